"""web: pages for people, cut by place in the navigation, because the best pages join several rooms.

Each place has its views and plain forms; the shell has what every page shares. Nothing here touches a table.
"""
