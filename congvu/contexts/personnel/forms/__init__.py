"""What people type: forms of personnel."""
