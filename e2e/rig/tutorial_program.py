"""Runs a whole tutorial program with only its key changed: FILE KEY.

FILE is a Python program, or the tutorial's text with the program under "Complete Example".
"""

import re
import sys

text = open(sys.argv[1], encoding="utf-8").read()
example = re.search(r"Complete Example.*?\n(from atp import .*?port=\d+\)\n)", text, re.DOTALL)
program = example.group(1) if example else text
program = program.replace("sk_live_service_abc123", sys.argv[2])
sys.stdout.reconfigure(line_buffering=True)
exec(compile(program, "tutorial", "exec"), {"__name__": "__main__"})
