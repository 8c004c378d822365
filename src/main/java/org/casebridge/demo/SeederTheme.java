package org.casebridge.demo;

import java.util.List;
import org.casebridge.codes.NeedCategory;

/** What people come with: in their own words, the goal that grows out of it, how it is seen to be reached, the steps, who helps, and what notes say of it. */
enum SeederTheme {
    HOUSING(NeedCategory.HOUSING, "housing", "I am two months behind and I cannot lose this apartment. The kids have their school here.", "Stay in our apartment", "The rent is paid and the notice is withdrawn",
            List.of("Apply for emergency rental assistance", "Ask the landlord for a payment plan", "Bring the lease and the last three pay stubs"), "Rental assistance", "talked about the notice from the landlord"),
    HOMELESSNESS(NeedCategory.HOMELESSNESS, "housing", "I sleep in my car. I just want a door I can lock.", "Have a place of my own", "A lease is signed",
            List.of("Get on the coordinated entry list", "Replace the birth certificate", "See two rooms a week"), "Housing navigation", "went through the housing list"),
    FOOD(NeedCategory.FOOD, "food", "By the 20th the fridge is empty. I skip meals so that the children eat.", "Eat well until the end of the month", "No skipped meals for a month",
            List.of("Apply for SNAP", "Go to the pantry on Thursdays", "Ask the school for free lunch"), "Food pantry", "said how the food lasts now"),
    UTILITIES(NeedCategory.UTILITIES, "utilities", "They sent a shut-off notice and my mother needs the oxygen machine.", "Keep the lights and heat on", "No arrears with the utility",
            List.of("Apply for LIHEAP", "Send the medical certificate to the utility"), "Energy assistance", "looked at the utility bill together"),
    TRANSPORT(NeedCategory.TRANSPORT, "transport", "Two buses and a walk to the clinic, and my knee will not do it any more.", "Get to appointments without asking the neighbor", "No appointment missed for want of a ride",
            List.of("Apply for paratransit", "Order the reduced-fare card"), "Medical rides", "planned the way to the next appointment"),
    MONEY(NeedCategory.MONEY, "money", "Every letter is another bill. I stopped opening them.", "Know where I stand with my money", "A budget that holds for three months",
            List.of("Sort the letters by date", "Apply for the benefits found in the screening", "Call the three largest creditors"), "Benefits counseling", "opened the letters one by one"),
    WORK(NeedCategory.WORK, "work", "I was a cook for eleven years. I want to work again, in the mornings, when my son is at school.", "Find work that fits with school hours", "Working for 90 days",
            List.of("Write a résumé", "Register at the job center", "Practice one interview"), "Job placement", "went over two job offers"),
    HEALTH(NeedCategory.HEALTH, "health", "My sugar is all over the place and I have no doctor since we moved.", "Have a doctor and know my numbers", "A1c below 8 at the next visit",
            List.of("Choose a primary care clinic", "Make the first appointment", "Bring all medicines in a bag"), "Primary care", "asked how the new medicine goes"),
    MENTAL_HEALTH(NeedCategory.MENTAL_HEALTH, "mind", "I used to sing in the choir. Now I do not answer the phone.", "Feel like myself again", "PHQ-9 below 10 at two visits in a row",
            List.of("First talk with the counselor", "Go out of the house once a day", "Call a friend on Sundays"), "Counseling", "talked about sleep and the long evenings"),
    SUBSTANCE_USE(NeedCategory.SUBSTANCE_USE, "substances", "Forty days. I want to see the whole year.", "Stay sober through the year", "Weeks without use, counted together",
            List.of("Find a home group", "Meet the recovery coach weekly", "Plan for the holidays"), "Outpatient treatment", "counted the days and the hard ones"),
    DAILY_LIVING(NeedCategory.DAILY_LIVING, "daily", "I can manage if somebody does the bath and the stairs with me.", "Stay in my own house safely", "No fall for three months",
            List.of("Ask for a home assessment", "Grab bars in the bathroom", "Arrange help on three mornings"), "Home care", "walked through the rooms to see what is unsafe"),
    FAMILY(NeedCategory.FAMILY, "family", "My granddaughter lives with me since March. Nobody asked us, but we are glad.", "Keep the family steady", "School attendance above 95 %",
            List.of("Apply for the kinship grant", "Meet the teacher", "Find an after-school place"), "Family support", "heard how school and home are going"),
    LEGAL(NeedCategory.LEGAL, "legal", "The hearing is in three weeks and I do not understand the papers.", "Be ready for the hearing", "Represented at the hearing",
            List.of("Ask legal aid for an appointment", "Put the papers in order"), "Legal aid", "read the letter of the court aloud together"),
    PEOPLE(NeedCategory.PEOPLE, "people", "Since my husband died the days are long.", "Have people to be with", "Two meetings with others each week",
            List.of("Visit the senior center once", "Ask at the parish about rides"), "Senior center", "talked about who came by this week"),
    EDUCATION(NeedCategory.EDUCATION, "education", "I want to read the letters from school myself.", "Finish the English course", "Level 2 certificate",
            List.of("Register for the evening course", "Find child care for two evenings"), "Adult education", "looked at the course book");

    final NeedCategory need;
    /** Its domain in the needs assessment. */
    final String domain;
    final String voice;
    final String goal;
    final String measure;
    final List<String> steps;
    final String service;
    final String note;

    SeederTheme(NeedCategory need, String domain, String voice, String goal, String measure, List<String> steps, String service, String note) {
        this.need = need;
        this.domain = domain;
        this.voice = voice;
        this.goal = goal;
        this.measure = measure;
        this.steps = steps;
        this.service = service;
        this.note = note;
    }
}
