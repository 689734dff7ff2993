"""นำเข้า Imports: what came from where, and what was wrong with it?"""
