with

measured as (

    select * from {{ ref('measured_accuracy') }}

),

final as (

    select
        slice_by,
        slice,
        level,
        precision_pct,
        recall_pct,
        n_right,
        n_labelled,
        n_extracted,
        extractor_version,
        lexicon_version

    from measured

)

select * from final
