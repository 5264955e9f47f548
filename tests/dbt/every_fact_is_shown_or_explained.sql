-- A failure means: a fact is in no mart and nothing says why.
select * from {{ ref('mart_membership') }}
where membership = 'unexplained'
