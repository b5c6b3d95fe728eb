-- What was kept stays as it was, whoever asks: an assessment that can be rewritten is no evidence.
create function never_changed() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed', tg_table_name;
end;
$$;

create trigger content_is_kept before update or delete or truncate on content
    for each statement execute function never_changed();

create trigger snapshot_is_kept before update or delete or truncate on snapshot
    for each statement execute function never_changed();

create trigger snapshot_file_is_kept before update or delete or truncate on snapshot_file
    for each statement execute function never_changed();

create trigger assessment_is_kept before update or delete or truncate on assessment
    for each statement execute function never_changed();

create trigger recommendation_is_kept before update or delete or truncate on recommendation
    for each statement execute function never_changed();

create trigger event_is_kept before update or delete or truncate on event
    for each statement execute function never_changed();
