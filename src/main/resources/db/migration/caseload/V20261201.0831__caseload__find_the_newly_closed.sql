-- What a worker closed lately still takes work.
create index on caseload.case_file (worker, closed_on) where status = 'CLOSED';
