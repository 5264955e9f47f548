-- A failure means: a row that ships with the project, or a person's correction, has a code,
-- unit, area or period that the reference lists do not know.
select * from {{ ref('rejected_rows') }}
where origin <> 'extracted' and reject_reason <> 'withdrawn_report'
