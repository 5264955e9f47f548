-- A failure means: a span does not hold what it says it holds - the quote is not the
-- document's text at its offsets, or the number does not stand inside it.
with

facts as (

    select
        observations.*,
        locators.number_text,
        documents.document_text

    from {{ ref('fct_observations') }} as observations

    inner join {{ ref('locators') }} as locators
        on observations.observation_id = locators.observation_id

    inner join {{ ref('documents') }} as documents
        on observations.report_id = documents.report_id

    where observations.verification = 'verified'

)

select
    observation_id,
    report_id,
    number_text,
    number_start
from facts
where
    quote is distinct from substr(document_text, quote_start + 1, quote_end - quote_start)
    or number_text
    is distinct from substr(document_text, number_start + 1, number_end - number_start)
    or number_start < quote_start
    or number_end > quote_end
