"""cli: what an operator types, `sanam VERB …`.

One module per verb in `verbs/`, named in the order of the help by `main.VERBS`. A verb module says

| name | what |
|---|---|
| `NAME`, `HELP_TH`, `HELP_EN` | the word, and what it does in one line |
| `NEEDS_DJANGO` | optional, True when it touches the database |
| `arguments(parser)` | its arguments, `--json` excepted: every verb has that |
| `run(options)` | does it; gives back an exit code, an answer (a dict), or both |
| `tell(answer, options)` | optional: the answer in words, when nobody asked for `--json` |

Leans on: everything below it, through operations and queries only. It acts as the installation,
which sees no person, or as a seat when told `--as`.

Remember: standard output carries the answer and nothing else; all telling goes to standard error.
Exit 0 done, 1 refused (one sentence says why), 2 wrong usage. A verb module imports what is heavy
inside `run`, so that help stays instant.
"""
