call audit.watch('interop.source_record', 'told');
