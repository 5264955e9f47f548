{#-
  Attach the staging file read-only under the name `durable`; stop with a remedy where
  there is none, or nothing in it. An attachment in the profile would fail first, with
  DuckDB's words alone.
-#}
{% macro attach_staging() -%}
    {%- if execute -%}
        {%- set path = env_var('DCW_STAGING', env_var('DCW_DATA', 'data') ~ '/durable.duckdb') -%}
        {%- set quoted = "'" ~ path | replace("'", "''") ~ "'" -%}
        {%- set remedy = 'run `make build` (or `dcw run`) first, or set DCW_STAGING' -%}
        {%- if run_query('select count(*) from glob(' ~ quoted ~ ')').columns[0][0] == 0 -%}
            {{ exceptions.raise_compiler_error('no staging database at ' ~ path ~ ': ' ~ remedy) }}
        {%- endif -%}
        {%- do run_query('detach database if exists durable') -%}
        {%- do run_query('attach ' ~ quoted ~ ' as durable (read_only)') -%}
        {%- if not staging_has_reports() -%}
            {{ exceptions.raise_compiler_error('no report in ' ~ path ~ ': ' ~ remedy) }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}

{% macro staging_has_reports() -%}
    {%- set found = run_query(
        "select count(*) from system.information_schema.tables"
        ~ " where table_catalog = 'durable' and table_schema = 'staging'"
        ~ " and table_name = 'reports'"
    ).columns[0][0] -%}
    {{ return(found > 0 and run_query('select count(*) from durable.staging.reports').columns[0][0] > 0) }}
{%- endmacro %}
