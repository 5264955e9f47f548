-- A failure means: an observation of staging is neither published nor listed with the reason.
select * from {{ ref('row_counts') }}
where
    n_unaccounted <> 0
    or n_statements <> n_published
    or n_accepted <> n_published
