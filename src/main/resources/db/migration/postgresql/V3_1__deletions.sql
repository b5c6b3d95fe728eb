-- What was kept stays as it was, until all of its portfolio goes.
create function never_deleted_alone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id) then
        return old;
    end if;
    raise exception '% is never changed', tg_table_name;
end;
$$;

create function never_deleted_while_used() returns trigger language plpgsql as $$
begin
    if exists (select 1 from deletion where state = 'going') then
        return old;
    end if;
    raise exception '% is never changed', tg_table_name;
end;
$$;

drop trigger content_is_kept on content;

create trigger content_is_kept before update or truncate on content
    for each statement execute function never_changed();

create trigger content_goes_as_a_whole before delete on content
    for each row execute function never_deleted_while_used();

drop trigger snapshot_is_kept on snapshot;

create trigger snapshot_is_kept before update or truncate on snapshot
    for each statement execute function never_changed();

create trigger snapshot_goes_as_a_whole before delete on snapshot
    for each row execute function never_deleted_alone();

drop trigger snapshot_file_is_kept on snapshot_file;

create trigger snapshot_file_is_kept before update or truncate on snapshot_file
    for each statement execute function never_changed();

create trigger snapshot_file_goes_as_a_whole before delete on snapshot_file
    for each row execute function never_deleted_alone();

drop trigger assessment_is_kept on assessment;

create trigger assessment_is_kept before update or truncate on assessment
    for each statement execute function never_changed();

create trigger assessment_goes_as_a_whole before delete on assessment
    for each row execute function never_deleted_alone();

drop trigger recommendation_is_kept on recommendation;

create trigger recommendation_is_kept before update or truncate on recommendation
    for each statement execute function never_changed();

create trigger recommendation_goes_as_a_whole before delete on recommendation
    for each row execute function never_deleted_alone();

drop trigger event_is_kept on event;

create trigger event_is_kept before update or truncate on event
    for each statement execute function never_changed();

create trigger event_goes_as_a_whole before delete on event
    for each row execute function never_deleted_alone();
