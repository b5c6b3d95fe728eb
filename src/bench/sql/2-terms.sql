-- What several diagnostics rest on: waits and lead times, how use cases stand, which team is above which.
create or replace table waits as
select workflow_id, step_id, max(hours) as hours
from (select workflow_id, id as step_id, wait_before_h as hours from steps
      union all
      select workflow_id, to_step_id, wait_h from handoffs)
where hours is not null
group by all;

create or replace table timed as
select s.*, w.hours as wait_h, s.process_time_h + w.hours as time_at,
       dense_rank() over (partition by s.workflow_id order by s.seq) as place
from steps s left join waits w on w.workflow_id = s.workflow_id and w.step_id = s.id;

create or replace table cases as
with own as (
  select subject_id,
         max(decided_on) filter (kind = 'standardise') as standard_on,
         max(decided_on) filter (kind = 'stop') as stop_on,
         count(*) filter (kind = 'extend') as extensions,
         bool_or(kind in ('stop', 'pause')) as halted,
         bool_or(kind in ('standardise', 'redesign', 'stop')
                 or kind = 'pause' and decided_on >= getvariable('as_of') - 180) as settled
  from decisions where subject_type = 'use_case' group by subject_id),
on_workflow as (
  select u.id,
         bool_or(d.kind in ('standardise', 'redesign', 'stop')
                 or d.kind = 'pause' and d.decided_on >= getvariable('as_of') - 180) as settled
  from use_cases u join decisions d
    on d.subject_type = 'workflow' and d.subject_id = u.workflow_id and d.decided_on >= u.started_on
  group by u.id),
stood as (
  select u.*,
         u.stage in ('pilot', 'validated', 'in_use') as open,
         u.stage = 'standard' or open and coalesce(own.standard_on >= coalesce(own.stop_on, own.standard_on), false)
           as declared,
         coalesce(own.standard_on, u.validated_on) as declared_on,
         coalesce(own.extensions, 0) as extensions,
         coalesce(own.halted, false) as halted,
         coalesce(own.settled, false) or coalesce(w.settled, false) as settled
  from use_cases u left join own on own.subject_id = u.id left join on_workflow w on w.id = u.id)
select stood.*,
       open and not declared as active,
       open or stage = 'standard' as live,
       t.id as on_step, t.place, t.process_time_h as step_time_h, t.time_at
from stood left join timed t on t.workflow_id = stood.workflow_id and t.id = stood.step_id;

create or replace table flows as
with measured as (
  select workflow_id,
         count(*) as n,
         case when count(process_time_h) = n then sum(process_time_h) end as process_time,
         coalesce(sum(wait_h), 0) as waits,
         count(seq) = n as ordered,
         count(team_id) = n as staffed,
         count(capacity_per_month) = n as limited,
         arg_min(id, {'amount': capacity_per_month, 'seq': seq, 'id': id}) as least_capacity,
         arg_min(id, {'amount': -(process_time_h + coalesce(wait_h, 0)), 'seq': seq, 'id': id}) as most_time
  from timed group by workflow_id),
handed as (select workflow_id, count(*) as n from handoffs group by workflow_id),
used as (
  select workflow_id, min(started_on) as first_start from cases
  where live and workflow_id is not null group by workflow_id)
select w.*, coalesce(m.n, 0) as n_steps,
       case when m.n > 0 then coalesce(h.n, 0) end as n_handoffs,
       case when m.n is null then 0 else m.process_time end as process_time,
       coalesce(w.lead_time_h, m.process_time + m.waits) as lead_time,
       m.ordered, m.staffed,
       case when m.limited then m.least_capacity when m.process_time is not null then m.most_time end as constraint_id,
       used.workflow_id is not null as touched, used.first_start
from workflows w
left join measured m on m.workflow_id = w.id
left join handed h on h.workflow_id = w.id
left join used on used.workflow_id = w.id;

-- Each team with itself and all above it.
create or replace table above as
with recursive up(team, id) as (
  select id, id from teams
  union all
  select up.team, t.parent_id from up join teams t on t.id = up.id where t.parent_id is not null)
select * from up;
