create or replace table pairs as
select c.id, c.started_on, c.outcome_owner_id, f.redesigned_on,
       list_filter([{'now': f.n_steps::decimal(18,3), 'then': f.baseline_steps},
                    {'now': f.n_handoffs::decimal(18,3), 'then': f.baseline_handoffs},
                    {'now': f.lead_time_h, 'then': f.baseline_lead_time_h}], lambda p: p.then is not null) as based,
       list_filter(based, lambda p: p.now is not null) as known
from cases c
join (select * replace (nullif(n_steps, 0) as n_steps) from flows) f on f.id = c.workflow_id
where c.declared;

insert into findings
select 'S1', id, 'positive'
from pairs
where redesigned_on >= started_on - 180 and outcome_owner_id is not null
  and len(list_filter(known, lambda p: p.now < p.then)) > 0 and len(list_filter(known, lambda p: p.now > p.then)) = 0;

insert into findings
select 'S2', c.id, 'positive'
from cases c
where c.active and c.stage = 'validated' and c.measure_scope in ('workflow', 'outcome')
  and c.outcome_owner_id is not null and not c.halted
  and (c.current = c.target or (c.current - c.target) * sign(c.target - c.baseline) > 0)
  and not exists (from blocking b where b.use_case_id = c.id);

insert into findings select 'S3', id, 'medium' from pairs where len(known) = 0;

insert into findings
select 'S4', id, 'high'
from pairs
where len(known) > 0 and len(known) = len(based) and len(list_filter(known, lambda p: p.now < p.then)) = 0;

insert into findings
select 'S5', id, 'medium'
from cases
where active and stage = 'pilot'
  and (started_on < getvariable('as_of') - 180 or planned_end_on < getvariable('as_of'))
  and target <> baseline and (current - baseline) * sign(target - baseline) <= 0;
