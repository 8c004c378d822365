package org.casebridge.directory;

import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryExamples {

    @Bean
    Town.Example service(Town town, Services services) {
        return new Town.Example("service", () -> town.vera().act(() -> services.add(AddService.of("Example Pantry " + java.util.UUID.randomUUID(), "Food pantry", NeedCategory.FOOD, "555-0100"))).text());
    }

    @Bean
    Town.Example organization(Town town, DirectoryDesk desk) {
        return new Town.Example("organization", () -> town.vera().act(() -> desk.add(new SaveOrganization("Example House " + java.util.UUID.randomUUID(), null, null, null, null, null, null))).text());
    }

    @Bean
    Town.Example place(Town town, DirectoryDesk desk, Services services) {
        return new Town.Example("place", () -> town.vera().act(() -> desk.place(services.add(AddService.of("Example Pantry " + java.util.UUID.randomUUID(), "Food pantry", NeedCategory.FOOD, "555-0100")),
                SavePlace.at("1 Elm St", "Albany", "NY", "12203"))).text());
    }

    @Bean
    Town.Example listOfHsds() {
        return new Town.Example("hsds", () -> "services");
    }

    @Bean
    Town.Example objectOfHsds(Town town, Services services) {
        return new Town.Example("object", () -> town.vera().act(() -> services.add(AddService.of("Example Pantry " + java.util.UUID.randomUUID(), "Food pantry", NeedCategory.FOOD, "555-0100"))).text());
    }

    @Bean
    Town.Example renewalOfSource(Town town, Renewals reviews) {
        return new Town.Example("renewal", () -> town.vera().act(() -> reviews.keep("example " + java.util.UUID.randomUUID(), java.util.List.of(new Entry(Entry.Kind.ORGANIZATION, "1", java.util.Map.of("name", "Example"))))).toString());
    }

    @Bean
    Town.Example savedList(Town town, Services services, SavedLists lists) {
        return new Town.Example("saved", () -> town.vera().act(() -> lists.add("Example list " + java.util.UUID.randomUUID(),
                services.add(AddService.of("Example Pantry " + java.util.UUID.randomUUID(), "Food pantry", NeedCategory.FOOD, "555-0100")))).toString());
    }

    @Bean
    Town.Example askingByLink(Town town, Services services, Askings askings) {
        return new Town.Example("asking", () -> town.vera().act(() -> askings.ask(services.add(AddService.of("Example Pantry " + java.util.UUID.randomUUID(), "Food pantry", NeedCategory.FOOD, "555-0100"))))
                .substring("/directory-check/".length()));
    }
}
