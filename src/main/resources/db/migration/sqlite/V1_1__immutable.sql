-- What was kept stays as it was, whoever asks: an assessment that can be rewritten is no evidence.

create trigger content_no_update before update on content
begin
    select raise(abort, 'content is never changed');
end;

create trigger content_no_delete before delete on content
begin
    select raise(abort, 'content is never changed');
end;

create trigger snapshot_no_update before update on snapshot
begin
    select raise(abort, 'snapshot is never changed');
end;

create trigger snapshot_no_delete before delete on snapshot
begin
    select raise(abort, 'snapshot is never changed');
end;

create trigger snapshot_file_no_update before update on snapshot_file
begin
    select raise(abort, 'snapshot_file is never changed');
end;

create trigger snapshot_file_no_delete before delete on snapshot_file
begin
    select raise(abort, 'snapshot_file is never changed');
end;

create trigger assessment_no_update before update on assessment
begin
    select raise(abort, 'assessment is never changed');
end;

create trigger assessment_no_delete before delete on assessment
begin
    select raise(abort, 'assessment is never changed');
end;

create trigger recommendation_no_update before update on recommendation
begin
    select raise(abort, 'recommendation is never changed');
end;

create trigger recommendation_no_delete before delete on recommendation
begin
    select raise(abort, 'recommendation is never changed');
end;

create trigger event_no_update before update on event
begin
    select raise(abort, 'event is never changed');
end;

create trigger event_no_delete before delete on event
begin
    select raise(abort, 'event is never changed');
end;
