insert into findings
select distinct 'B1', h.workflow_id || '/' || h.from_step_id || '->' || h.to_step_id, 'high'
from handoffs h
join flows f on f.id = h.workflow_id
join waits w on w.workflow_id = h.workflow_id and w.step_id = h.to_step_id
join cases c on c.workflow_id = h.workflow_id and c.on_step in (h.from_step_id, h.to_step_id)
where f.lead_time <> 0 and w.hours * 100 >= f.lead_time * 10
  and c.live and c.started_on < getvariable('as_of') - 30
  and (h.changed_on is null or h.changed_on < c.started_on);

insert into findings
select 'B2', c.id, 'high'
from cases c join flows f on f.id = c.workflow_id
where c.live and f.lead_time <> 0 and f.process_time * 100 < f.lead_time * 15
  and least(c.hours_saved_per_item, c.step_time_h) * 100 < f.lead_time * 5;

insert into findings
select 'B3', c.id, 'medium'
from cases c join flows f on f.id = c.workflow_id
where c.active and c.on_step <> f.constraint_id;

insert into findings
select 'B4', h.workflow_id || '/' || h.from_step_id || '->' || h.to_step_id,
       case when f.lead_time <> 0 and w.hours * 100 >= f.lead_time * 10 then 'high' else 'medium' end
from handoffs h
join flows f on f.id = h.workflow_id
left join waits w on w.workflow_id = h.workflow_id and w.step_id = h.to_step_id
where f.touched and h.next_actor is null;

insert into findings
with pairs as (
  select workflow_id,
         team_id <> lag(team_id) over (partition by workflow_id order by seq, id) as changes
  from steps)
select 'B5', f.id, 'medium'
from flows f
join (select workflow_id, count(*) filter (changes) as n from pairs group by workflow_id) p on p.workflow_id = f.id
where f.touched and f.ordered and f.staffed
  and (p.n > 5 or f.n_steps >= 4 and p.n * 100 > (f.n_steps - 1) * 60);

insert into findings
with standing as (
  select t.workflow_id, t.id, t.seq, t.time_at, f.lead_time, f.ordered,
         t.kind = 'approval' and (t.changed_on is null or coalesce(t.changed_on < f.first_start, false)) as stands
  from timed t join flows f on f.id = t.workflow_id
  where f.touched),
paired as (
  select *, coalesce(stands and lag(stands) over (partition by workflow_id order by seq, id), false) as together
  from standing)
select 'B6', workflow_id, 'high'
from paired
group by workflow_id
having bool_or(together and ordered)
    or any_value(lead_time) <> 0 and count(time_at) filter (stands) = count(*) filter (stands)
       and sum(time_at) filter (stands) * 100 > any_value(lead_time) * 20;

insert into findings
select distinct 'B7', t.workflow_id || '/' || t.id, 'high'
from cases c
join flows f on f.id = c.workflow_id
join timed t on t.workflow_id = c.workflow_id and t.place = c.place + 1
where c.live and f.ordered and f.items_per_month * 100 >= t.capacity_per_month * 85;

insert into findings
select 'B8', f.id, 'medium'
from flows f
join (select workflow_id, count(*) as n, count(distinct on_step) as places, any_value(time_at) as time_at
      from cases where active and on_step is not null group by workflow_id) c on c.workflow_id = f.id
where c.n >= 2 and c.places = 1 and f.lead_time <> 0 and c.time_at * 100 < f.lead_time * 50;
