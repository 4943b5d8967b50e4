"""A small site with every kind of page, and text that looks like markup."""

TRICKY = """
    -- mkdocs.yml --
    site_name: Tricky & small
    site_url: https://example.org/tricky/
    repo_url: https://github.com/example/tricky
    plugins: [search, explainer]
    markdown_extensions: [attr_list, fenced_code, footnotes]
    -- docs/people/ada-lovelace.md --
    ---
    title: 'Ada "A & B" *Lovelace* <i>'
    summary: 'A mathematician: who wrote `programs` & _notes_.'
    born: 1815
    died: 1852
    redirect_from: [old/ada.html, ada/]
    ---
    See [the plain page](../plain.md#a-heading) and [[note-g]]; ![a dot](../dot.png)

    ```text
    a  b

        ~~~ not a fence, *not* emphasis [x](y.md)
    ```

        ```

    `|` [[note-g]] <b>bold</b>
    -- docs/glossary/note-g.md --
    ---
    title: Note G
    summary: A note.
    ---
    By [[ada-lovelace]].
    -- docs/plain.md --
    ---
    title: Plain & simple
    description: A page <with> "marks"
    ---
    # Plain

    ## A heading

    To [Ada](people/ada-lovelace.md "a title") and [the other][1], ![](dot.png) and
    [outside](https://example.org/x.md), [here](#a-heading).

    [1]: deep/cites.md

    - *one*
    - two
    -- docs/code.md --
    # Code

    A link is written `[Ada](people/ada-lovelace.md)`.
    -- docs/noted.md --
    # Noted

    A claim.[^1] Of [[ada-lovelace]].

    [^1]: A note.

    ## Afterwards

    *More* of it.
    -- docs/bare.md --
    # Bare

    Name: value
    -- docs/deep/cites.md --
    # Cites

    The work of [[ada-lovelace]], see [plain](../plain.md).

    ## Twice

    *More* of it.
    -- docs/dot.png --
    not really a picture
"""
