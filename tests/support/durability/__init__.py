"""What a catalogue survives: processes killed, power cut, calls that fail, disks that fill. Linux, with gcc.

`recorder.c` watches and spoils the calls of a process; `server.py` is that process, forking one child for each round; `rounds.py` asks it for
rounds; `disk.py` makes of a round's notes the disks a power cut could leave; `operations.py` says what is done and what must hold afterwards.
"""
