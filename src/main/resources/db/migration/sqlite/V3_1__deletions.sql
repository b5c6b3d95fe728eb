-- What was kept stays as it was, until all of its portfolio goes.

drop trigger content_no_delete;

create trigger content_no_delete before delete on content
when not exists (select 1 from deletion where state = 'going')
begin
    select raise(abort, 'content is never changed');
end;

drop trigger snapshot_no_delete;

create trigger snapshot_no_delete before delete on snapshot
when not exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id)
begin
    select raise(abort, 'snapshot is never changed');
end;

drop trigger snapshot_file_no_delete;

create trigger snapshot_file_no_delete before delete on snapshot_file
when not exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id)
begin
    select raise(abort, 'snapshot_file is never changed');
end;

drop trigger assessment_no_delete;

create trigger assessment_no_delete before delete on assessment
when not exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id)
begin
    select raise(abort, 'assessment is never changed');
end;

drop trigger recommendation_no_delete;

create trigger recommendation_no_delete before delete on recommendation
when not exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id)
begin
    select raise(abort, 'recommendation is never changed');
end;

drop trigger event_no_delete;

create trigger event_no_delete before delete on event
when not exists (select 1 from deletion where state = 'going' and portfolio_id = old.portfolio_id)
begin
    select raise(abort, 'event is never changed');
end;
