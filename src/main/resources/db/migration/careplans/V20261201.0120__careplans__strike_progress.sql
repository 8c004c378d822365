-- Progress that was noted by mistake stays to be read and counts for nothing.
alter table careplans.progress add struck_on date, add strike text, add constraint struck_with_a_reason check ((strike is null) = (struck_on is null));
