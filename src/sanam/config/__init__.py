"""How one installation is set: settings, the typed readers behind them, and which interface answers which path.

The composition root: it may know every room and every interface, and nothing imports it.
"""
