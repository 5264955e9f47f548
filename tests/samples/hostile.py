"""Text that tries to leave the place where it is shown."""

HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "</blockquote></table>&lt;b&gt; ' \" {{ 7*7 }} {% raw %} \x1b[2J\x07 \u202egnp.exe"
)
