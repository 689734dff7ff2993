"""วันนี้ Today: what came back to me, what waits for me?"""
