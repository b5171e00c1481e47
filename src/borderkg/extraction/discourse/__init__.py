"""What a clause takes from what stands before and around it: its subject, its date, who speaks, whether it is asserted."""
