"""How `instrument diff` shows a comparison in a terminal and to programs that read word differences."""
