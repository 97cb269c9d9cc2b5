package dev.beforehand.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import java.util.List;
import org.springframework.stereotype.Component;

/** The frame of a modal with inputs. An input's block and action have the same id, as {@link FormFields} reads them. */
@Component
public class Modals {

    private final Phrases phrases;

    public Modals(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param prefix of its words: {@code prefix.title}, {@code prefix.submit}, {@code prefix.close} */
    public View form(String prefix, String callbackId, String privateMetadata, List<LayoutBlock> blocks) {
        return view(v -> v.type("modal")
                .callbackId(callbackId)
                .privateMetadata(privateMetadata)
                .title(viewTitle(t -> t.type("plain_text").text(phrases.say(prefix + ".title"))))
                .submit(viewSubmit(s -> s.type("plain_text").text(phrases.say(prefix + ".submit"))))
                .close(viewClose(c -> c.type("plain_text").text(phrases.say(prefix + ".close"))))
                .blocks(blocks));
    }

    /**
     * A sentence to read, in place of a form.
     *
     * @param prefix of its words: {@code prefix.title}, {@code prefix.read}
     */
    public View notice(String prefix, String sentence) {
        return page(prefix, List.of(section(s -> s.text(markdownText(sentence)))));
    }

    /**
     * Something to look at, with buttons of its own.
     *
     * @param prefix of its words: {@code prefix.title}, {@code prefix.read}
     */
    public View page(String prefix, List<LayoutBlock> blocks) {
        return view(v -> v.type("modal")
                .title(viewTitle(t -> t.type("plain_text").text(phrases.say(prefix + ".title"))))
                .close(viewClose(c -> c.type("plain_text").text(phrases.say(prefix + ".read"))))
                .blocks(blocks));
    }

    public InputBlock field(String id, String labelKey, boolean optional, BlockElement element) {
        return input(i -> i.blockId(id)
                .label(plainText(phrases.say(labelKey)))
                .optional(optional)
                .element(element));
    }

    /** Whether it was clicked in a modal, over which another can be laid; Home is none. */
    public static boolean isIn(BlockActionPayload click) {
        return click.getView() != null && "modal".equals(click.getView().getType());
    }

    public static OptionObject option(String text, String value) {
        return OptionObject.builder().text(plainText(text)).value(value).build();
    }
}
