package org.casebridge.data;

import java.util.Set;
import java.util.UUID;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.stereotype.Component;

/** Reads any {@link Id} from a URL, a form or a database column. */
@Component
public class IdConverter implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Id.class), new ConvertiblePair(UUID.class, Id.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        if (source == null || source instanceof String text && text.isBlank()) {
            return null;
        }
        var value = source instanceof UUID uuid ? uuid : UUID.fromString(((String) source).strip());
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(to.getType()), value);
    }
}
