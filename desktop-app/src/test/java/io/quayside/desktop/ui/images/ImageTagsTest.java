package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.credential.Login;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// The tags of real registries in the panel for pulling, and what can be pulled besides by a tag.
class ImageTagsTest extends OnImages {
    private static void type(String reference) {
        page.go("images/pull");
        TextField field = page.find("pull-field", TextField.class);
        Fx.run(() -> field.setText(reference));
        page.await("what is typed", () -> button("Tags of what is typed").isPresent());
    }

    private static List<String> tags() {
        return Fx.call(() -> page.root().lookupAll(".tag-link").stream()
                .map(link -> ((Labeled) link).getText())
                .sorted()
                .toList());
    }

    @Test
    void theTagsOfAPrivateRegistryAreListedForThoseWhoAreSignedIn() throws Exception {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            String repository = registry.address() + "/" + name;
            engine.docker("login", "-u", TestRegistry.USER, "-p", TestRegistry.PASSWORD, registry.address());
            for (String tag : List.of("1", "1.2-alpine", "latest")) {
                engine.docker("tag", TestImages.BUSYBOX, repository + ":" + tag);
                engine.docker("push", repository + ":" + tag);
                engine.docker("rmi", repository + ":" + tag);
            }
            engine.docker("logout", registry.address());
            type(repository);
            press("Tags of what is typed");
            page.await("why not", () -> says(registry.address() + " shows its tags only to those who are signed in."));

            page.parts()
                    .logins()
                    .signIn(
                            page.parts().connected(),
                            Login.withPassword(registry.address(), TestRegistry.USER, TestRegistry.PASSWORD),
                            false);
            press("Tags of what is typed");
            press("Tags of what is typed");
            page.await("the tags", () -> tags().size() == 3);
            assertEquals(List.of("1", "1.2-alpine", "latest"), tags());
            Fx.run(() -> page.root().lookupAll(".tag-link").stream()
                    .map(Hyperlink.class::cast)
                    .filter(link -> link.getText().equals("1.2-alpine"))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            row(repository + ":1.2-alpine");
            engine.docker("rmi", repository + ":1.2-alpine");
            page.parts().logins().signOut(registry.address());
        }
    }

    @Test
    void aDigestIsPulledAsItStands() {
        try (TestRegistry registry = TestRegistry.start()) {
            String tagged = registry.address() + "/" + name + ":1";
            make(tagged);
            engine.docker("push", tagged);
            String digest = engine.docker("image", "inspect", "--format", "{{index .RepoDigests 0}}", tagged)
                    .strip();
            String id = engine.docker("image", "inspect", "--format", "{{.Id}}", tagged);
            engine.docker("rmi", tagged);
            type(digest);
            press("Pull " + digest);
            awaitEngine("it is here", () -> has(digest));
            assertEquals(id, engine.docker("image", "inspect", "--format", "{{.Id}}", digest));
            page.await("how it ended", () -> says("Here, "));
            page.await("its row", () -> page.images().model().row(id.strip()).isPresent());
            engine.docker("rmi", digest);
        }
    }
}
