package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Sentence;

/**
 * PHQ-9 (LOINC 44249-1): nine items from 0 to 3. Bands: Kroenke, Spitzer, Williams, J Gen Intern Med 2001;16:606-613. Change: two standard
 * errors of measurement are 5 points (Löwe, Unützer, Callahan, Perkins, Kroenke, Med Care 2004;42:1194-1201). The item on functioning has no score.
 */
final class Phq9 {

    static final String ITEM_9 = "44260-8";

    static final Scoring SCORING = new Scoring(
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", ITEM_9), 27,
            List.of(
                    new Scoring.Band(0, 4, Sentence.of("none to minimal"), Sentence.of("Few or no signs of depression. Ask again when something changes.")),
                    new Scoring.Band(5, 9, Sentence.of("mild"), Sentence.of("Some signs of depression. Keep watch and ask again at the next review.")),
                    new Scoring.Band(10, 14, Sentence.of("moderate"), Sentence.of("Signs of depression that a clinician should look at. A treatment plan is worth talking about.")),
                    new Scoring.Band(15, 19, Sentence.of("moderately severe"), Sentence.of("Strong signs of depression. A clinician should see them soon; treatment is usually offered.")),
                    new Scoring.Band(20, 27, Sentence.of("severe"), Sentence.of("Very strong signs of depression. A clinician should see them within days."))),
            new Scoring.Reliable(5, Sentence.of("Löwe et al. 2004")),
            new Scoring.Critical(ITEM_9, 1, List.of(Sentence.of("several days"), Sentence.of("more than half the days"), Sentence.of("nearly every day"))));

    private Phq9() {}
}
