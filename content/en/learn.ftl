learn-list = <b>Short reads.</b> Each takes a minute or two.
learn-title = <b>{ $title }</b>
learn-sources = <i>Sources: { $sources }</i>
learn-all = All reads
