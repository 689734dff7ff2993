"""ผู้คน People: who, where, how current, what next?"""
