-- The files as a data engineer would load them: types said, blank cells null. An event after the as-of date has not happened yet.
set variable as_of = date '2026-06-30';

create or replace table use_cases as
select * replace (case when validated_on <= getvariable('as_of') then validated_on end as validated_on)
from read_csv('${folder}/use_cases.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'name': 'varchar', 'description': 'varchar', 'team_id': 'varchar', 'workflow_id': 'varchar',
  'step_id': 'varchar', 'stage': 'varchar', 'started_on': 'date', 'validated_on': 'date', 'planned_end_on': 'date',
  'pilot_owner_id': 'varchar', 'outcome_owner_id': 'varchar', 'sponsor_id': 'varchar', 'vendor': 'varchar',
  'tool': 'varchar', 'domain': 'varchar', 'success_measure': 'varchar', 'measure_scope': 'varchar',
  'baseline': 'decimal(18,3)', 'target': 'decimal(18,3)', 'current': 'decimal(18,3)', 'unit': 'varchar',
  'hours_saved_per_item': 'decimal(18,3)'});

create or replace table workflows as
select * from read_csv('${folder}/workflows.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'name': 'varchar', 'owner_id': 'varchar', 'outcome': 'varchar', 'items_per_month': 'decimal(18,3)',
  'lead_time_h': 'decimal(18,3)', 'redesigned_on': 'date', 'standard_documented_on': 'date',
  'baseline_lead_time_h': 'decimal(18,3)', 'baseline_steps': 'decimal(18,3)', 'baseline_handoffs': 'decimal(18,3)'});

create or replace table steps as
select * from read_csv('${folder}/steps.csv', header = true, nullstr = '', columns = {
  'workflow_id': 'varchar', 'id': 'varchar', 'seq': 'decimal(18,3)', 'name': 'varchar', 'team_id': 'varchar',
  'role': 'varchar', 'kind': 'varchar', 'process_time_h': 'decimal(18,3)', 'wait_before_h': 'decimal(18,3)',
  'pct_complete_accurate': 'decimal(18,3)', 'capacity_per_month': 'decimal(18,3)', 'changed_on': 'date'});

create or replace table handoffs as
select * from read_csv('${folder}/handoffs.csv', header = true, nullstr = '', columns = {
  'workflow_id': 'varchar', 'from_step_id': 'varchar', 'to_step_id': 'varchar', 'wait_h': 'decimal(18,3)',
  'next_actor': 'varchar', 'channel': 'varchar', 'changed_on': 'date'});

create or replace table teams as
select * from read_csv('${folder}/teams.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'name': 'varchar', 'parent_id': 'varchar', 'lead_id': 'varchar', 'headcount': 'decimal(18,3)',
  'initiative_capacity': 'decimal(18,3)'});

create or replace table people as
select * from read_csv('${folder}/people.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'name': 'varchar', 'email': 'varchar', 'role': 'varchar', 'team_id': 'varchar'});

create or replace table decisions as
select * from read_csv('${folder}/decisions.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'subject_type': 'varchar', 'subject_id': 'varchar', 'kind': 'varchar', 'decided_on': 'date',
  'decided_by_id': 'varchar', 'team_ids': 'varchar'});

create or replace table adoptions as
select * from read_csv('${folder}/adoptions.csv', header = true, nullstr = '', columns = {
  'use_case_id': 'varchar', 'team_id': 'varchar', 'since': 'date', 'mode': 'varchar', 'variant': 'varchar',
  'users': 'decimal(18,3)', 'eligible_users': 'decimal(18,3)', 'old_way_still_used': 'boolean'});

create or replace table responsibilities as
select * from read_csv('${folder}/responsibilities.csv', header = true, nullstr = '', columns = {
  'workflow_id': 'varchar', 'step_id': 'varchar', 'role': 'varchar', 'team_id': 'varchar', 'assignment': 'varchar',
  'measured_by': 'varchar', 'updated_on': 'date'});

create or replace table frictions as
select * from read_csv('${folder}/frictions.csv', header = true, nullstr = '', columns = {
  'id': 'varchar', 'kind': 'varchar', 'description': 'varchar', 'workflow_id': 'varchar', 'step_id': 'varchar',
  'owner_id': 'varchar', 'recorded_on': 'date', 'removed_on': 'date', 'use_case_ids': 'varchar'});

create or replace table findings (diagnostic varchar, subject varchar, severity varchar);
