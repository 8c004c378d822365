package org.casebridge.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebridge.kernel.Worded;

/** What a record may hold. Anything else is refused: archives, pages and drawings that can carry programs, office files with macros. */
public enum FileKind implements Worded {
    PDF("PDF", "application/pdf", List.of("pdf")),
    JPEG("Photo (JPEG)", "image/jpeg", List.of("jpg", "jpeg", "jpe")),
    PNG("Picture (PNG)", "image/png", List.of("png")),
    TEXT("Plain text", "text/plain", List.of("txt", "text", "csv", "md", "log"));

    private final String words;
    private final String mediaType;
    private final List<String> endings;

    FileKind(String words, String mediaType, List<String> endings) {
        this.words = words;
        this.mediaType = mediaType;
        this.endings = endings;
    }

    @Override
    public String words() { return words; }

    public String mediaType() { return mediaType; }

    /** The ending a file of this kind is handed out with. */
    public String ending() { return endings.getFirst(); }

    boolean fits(String ending) {
        return ending.isEmpty() || endings.contains(ending);
    }

    static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(values()).filter(it -> it.mediaType.equals(mediaType)).findFirst();
    }
}
