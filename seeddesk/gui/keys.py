"""The keys the window itself listens for, with the actions they do; a test holds them equal to the registry, which would need every page to say them."""

ALWAYS = {"F1": "help"}
WITH_PAGES = {
    "Ctrl+K": "commands",
    "Ctrl+N": "new",
    "Ctrl+F": "search",
    "Ctrl+I": "bring-in",
    "F6": "next-pane",
    "Ctrl++": "larger",
    "Ctrl+=": "larger",  # the same key on keyboards where + needs Shift
    "Ctrl+-": "smaller",
    "Ctrl+0": "usual-size",
    "Ctrl+E": "export",
    "Ctrl+Shift+E": "export-closed",
    "Ctrl+1": "go-catalogue",
    "Ctrl+2": "go-practice",
    "Ctrl+3": "go-merge",
    "Ctrl+4": "go-settings",
}
