-- Who watches over a team asks for the open cases of its programmes each time their day is shown.
create index on caseload.case_file (program_id) where status = 'OPEN';
