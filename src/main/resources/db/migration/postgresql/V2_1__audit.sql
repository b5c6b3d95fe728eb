create trigger audit_is_kept before update or delete or truncate on audit
    for each statement execute function never_changed();
