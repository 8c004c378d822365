-- Closed ones too: what is still asked after a case was closed.
create index on caseload.case_file (worker, closed_on);
