// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation and what is made of it, as a person finds it in the panel.
#include "remaketable.h"

#include "ui/remake/markedtext.h"
#include "ui/remake/turnlist.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QToolButton>

using namespace retake;

namespace {

using Look = MarkedSpan::Look;

QStringList wordsOf(const MarkedText &text, Look look)
{
    QStringList words;
    for (const MarkedSpan &span : text.spans()) {
        if (span.look == look)
            words.append(span.words);
    }
    return words;
}

} // namespace

class TestRemakePanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<RemakeTable> m_table;

    RemakeTable &table() const { return *m_table; }

    Dialogue &talk() const { return *m_table->dialogue; }

    void click(const char *name, const QWidget *in = nullptr) const
    {
        auto *button = table().find<QAbstractButton>(QString::fromLatin1(name), in);
        QVERIFY2(button->isEnabled(), name);
        button->click();
    }

    void type(const QString &text) const
    {
        auto *edit = table().find<QPlainTextEdit>(QStringLiteral("sayEdit"));
        edit->setFocus();
        edit->insertPlainText(text);
    }

    MarkedText &textOf(int number) const
    {
        return *table().find<MarkedText>(QStringLiteral("turnText"), table().card(number));
    }

    QString label(const char *name, const QWidget *in = nullptr) const
    {
        return table().find<QLabel>(QString::fromLatin1(name), in)->text();
    }

    QAction *menuAction(int card, const char *name) const
    {
        auto *menu = table().find<QMenu>(QStringLiteral("turnMenu"), table().card(card));
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(QString::fromLatin1(name));
    }

    void walk()
    {
        table().open();
        table().describe();
        table().say(QStringLiteral("Change the purple parrot to a white parrot"),
                    QStringLiteral("Appearance: white feathers, a black beak\nLight: soft night light"));
    }

private Q_SLOTS:

    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_data = std::make_unique<QTemporaryDir>();
        m_table = std::make_unique<RemakeTable>(m_data->path());
    }

    void cleanup()
    {
        m_table.reset();
        m_data.reset();
    }

    void everyControlHasItsNames()
    {
        walk();
        click("makeSettingsButton");
        for (const QAbstractButton *button : table().panel->findChildren<QAbstractButton *>()) {
            if (button->objectName().startsWith(u"qt_"))
                continue;
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
        for (const QComboBox *combo : table().panel->findChildren<QComboBox *>()) {
            QVERIFY(!combo->objectName().isEmpty());
            QVERIFY(!combo->accessibleName().isEmpty());
        }
    }

    void withoutAClipNothingCanBegin()
    {
        QVERIFY(!table().has(QStringLiteral("describeButton"), table().panel.get()));
        QVERIFY(label("remakeHint").contains(QStringLiteral("Open a video")));
        QVERIFY(!table().find<QAbstractButton>(QStringLiteral("sayButton"))->isEnabled());
        QVERIFY(!table().find<QAbstractButton>(QStringLiteral("makeButton"))->isEnabled());
    }

    void describes()
    {
        table().open();
        QVERIFY(label("sayReason").contains(QStringLiteral("described first")));
        click("describeButton");
        QCOMPARE(table().chat.asked.size(), 1);
        QVERIFY(table().has(QStringLiteral("turnBusy"), table().card(1)));
        QVERIFY(label("sayReason").contains(QStringLiteral("Wait")));
        table().chat.say(QStringLiteral("Subject: a par"));
        QTRY_VERIFY(textOf(1).text().contains(QStringLiteral("a par")));
        table().chat.answer(parrotAnswer);
        QVERIFY(!table().has(QStringLiteral("turnBusy"), table().card(1)));
        QCOMPARE(label("turnTitle", table().card(1)), QStringLiteral("1 · What the video shows"));
        QVERIFY(textOf(1).text().contains(QStringLiteral("metal railing")));
        QVERIFY(wordsOf(textOf(1), Look::Changed).isEmpty());
        QVERIFY(!table().has(QStringLiteral("remakeEmpty"), table().panel.get()));
        QVERIFY(label("sayReason").isEmpty());
        QVERIFY(table().find<QAbstractButton>(QStringLiteral("makeButton"))->isEnabled());
    }

    void saysWithEnterAndMarksWhatChanged()
    {
        table().open();
        table().describe();
        auto *edit = table().find<QPlainTextEdit>(QStringLiteral("sayEdit"));
        type(QStringLiteral("Change the purple parrot"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(table().chat.asked.size(), 1); // a new line
        edit->clear();
        type(QStringLiteral("Change the purple parrot to a white parrot"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(table().chat.asked.size(), 2);
        QVERIFY(edit->toPlainText().isEmpty());
        QCOMPARE(label("saidText"), QStringLiteral("Change the purple parrot to a white parrot"));
        table().chat.answer(
            QStringLiteral("Appearance: white feathers, a black beak\nLight: soft night light"));
        QVERIFY(wordsOf(textOf(2), Look::Changed).join(u' ').contains(QStringLiteral("White")));
        QVERIFY(wordsOf(textOf(2), Look::Unasked).join(u' ').contains(QStringLiteral("night")));
        QVERIFY(wordsOf(textOf(2), Look::Gone).isEmpty());
        const QString drift = label("drift_light", table().card(2));
        QVERIFY2(drift.contains(QStringLiteral("“dusk” → “night”")), qPrintable(drift));
        click("wentButton", table().card(2));
        QVERIFY(wordsOf(textOf(2), Look::Gone).join(u' ').contains(QStringLiteral("dusk")));
        QVERIFY(!textOf(2).text().contains(QStringLiteral("dusk"))); // it is not read out as if it were there
    }

    void translatedSayingsShowBothTexts()
    {
        table().open();
        QVERIFY(talk().setDescriber(QStringLiteral("glm-4v-plus")));
        QVERIFY(talk().setShowing(Showing::Address, parrotAddress));
        QVERIFY(table()
                    .find<QPlainTextEdit>(QStringLiteral("sayEdit"))
                    ->placeholderText()
                    .contains(QStringLiteral("translated first")));
        table().describe();
        type(QStringLiteral("把鹦鹉换成白色"));
        click("sayButton");
        table().chat.answer(QStringLiteral("Make the parrot white"));
        table().chat.answer(QStringLiteral("Appearance: white feathers, a black beak"));
        QCOMPARE(label("saidText"), QStringLiteral("把鹦鹉换成白色"));
        QVERIFY(label("translatedText").contains(QStringLiteral("Make the parrot white")));
    }

    void putsAPartBack()
    {
        walk();
        click("putBack_light", table().card(2));
        QCOMPARE(table().part(DescriptionField::Light), QStringLiteral("soft dusk light"));
        QVERIFY(table().part(DescriptionField::Appearance).contains(QStringLiteral("white")));
        QCOMPARE(label("turnTitle", table().card(3)), QStringLiteral("3 · Written by you"));
        QTRY_VERIFY(!table().has(QStringLiteral("putBack_light"), table().card(2))); // it is back
    }

    void locksAPart()
    {
        walk();
        click("moreTextButton", table().card(2));
        click("lock_light", table().card(2));
        QCOMPARE(talk().locked(), QList<DescriptionField>{DescriptionField::Light});
        QVERIFY(table().find<QAbstractButton>(QStringLiteral("lock_light"), table().card(2))->isChecked());
        click("lock_light", table().card(2));
        QVERIFY(talk().locked().isEmpty());
    }

    void editsByHandInTheCard()
    {
        walk();
        click("editTurnButton", table().card(2));
        auto *mood = table().find<QPlainTextEdit>(QStringLiteral("edit_mood"), table().card(2));
        mood->setPlainText(QStringLiteral("cheerful"));
        click("saveTurnButton", table().card(2));
        QCOMPARE(table().part(DescriptionField::Mood), QStringLiteral("cheerful"));
        QCOMPARE(talk().tip()->kind, TurnKind::EditByHand);
        QVERIFY(textOf(3).text().contains(QStringLiteral("heerful")));
    }

    void whatIsWrittenOutlivesAQuestion()
    {
        walk();
        click("editTurnButton", table().card(2));
        auto *mood = table().find<QPlainTextEdit>(QStringLiteral("edit_mood"), table().card(2));
        mood->setPlainText(QStringLiteral("cheerful"));
        talk().say(QStringLiteral("Make it rain"));
        QVERIFY(!table().find<QAbstractButton>(QStringLiteral("saveTurnButton"))->isEnabled());
        table().chat.answer(QStringLiteral("Motion: rain falls"));
        QCOMPARE(mood->toPlainText(), QStringLiteral("cheerful"));
        click("saveTurnButton", table().card(2));
        QCOMPARE(table().part(DescriptionField::Mood), QStringLiteral("cheerful"));
        QVERIFY(!table().part(DescriptionField::Motion).contains(QStringLiteral("rain"))); // a way of its own
    }

    void goesOnFromAnEarlierTurn()
    {
        walk();
        const TurnId second = table().tip();
        menuAction(1, "continueAction")->trigger();
        QCOMPARE(table().cards(), 1);
        table().say(QStringLiteral("Make it rain"), QStringLiteral("Motion: rain falls"));
        QCOMPARE(label("branchText", table().card(2)), QStringLiteral("2 of 2"));
        click("branchBefore", table().card(2));
        QCOMPARE(table().tip(), second);
        QCOMPARE(label("branchText", table().card(2)), QStringLiteral("1 of 2"));
        QVERIFY(!table().find<QAbstractButton>(QStringLiteral("branchBefore"), table().card(2))->isEnabled());
    }

    void undoesAndRedoes()
    {
        walk();
        click("undoTurnButton", table().card(2));
        QCOMPARE(table().cards(), 1);
        QCOMPARE(talk().line().size(), 1);
        click("redoTurnButton", table().card(1));
        QCOMPARE(table().cards(), 2);
    }

    void tellsAFailureAndAsksAgainOnAClick()
    {
        table().open();
        click("describeButton");
        table().chat.refuse(ErrorKind::Unclear);
        QVERIFY(!label("turnError", table().card(1)).isEmpty());
        QVERIFY(label("turnAdvice", table().card(1)).contains(QStringLiteral("charged")));
        QCOMPARE(table().chat.asked.size(), 1);
        click("askAgainButton", table().card(1));
        QCOMPARE(table().chat.asked.size(), 2);
        table().chat.answer(parrotAnswer);
        QVERIFY(!talk().description().isEmpty());
    }

    void offersTheAccountWhereTheKeyIsAtFault()
    {
        table().open();
        click("describeButton");
        table().chat.refuse(ErrorKind::KeyRefused);
        QSignalSpy wanted(table().panel.get(), &RemakePanel::accountWanted);
        click("turnAccountButton", table().card(1));
        QCOMPARE(wanted.size(), 1);
    }

    void stopsWaiting()
    {
        table().open();
        click("describeButton");
        click("stopAskingButton", table().card(1));
        QCOMPARE(talk().activity(), Dialogue::Activity::Idle);
        QVERIFY(table().has(QStringLiteral("askAgainButton"), table().card(1)));
    }

    void asksForFewerWords()
    {
        table().open();
        QString longAnswer = parrotAnswer;
        for (int i = 0; i < 30; ++i)
            longAnswer += QStringLiteral(", feather after feather");
        table().describe(longAnswer);
        QVERIFY(table().has(QStringLiteral("tooLongLabel"), table().panel.get()));
        QVERIFY(label("lengthLabel").endsWith(QStringLiteral("of 512 characters")));
        table().panel->make();
        QVERIFY(table().has(QStringLiteral("makeFault"), table().panel.get()));
        QVERIFY(table().queue.tasks()->isEmpty());
        click("shortenButton");
        table().chat.answer(parrotAnswer);
        QCOMPARE(label("turnTitle", table().card(2)), QStringLiteral("2 · Shortened"));
        QVERIFY(!table().has(QStringLiteral("tooLongLabel"), table().panel.get()));
        QVERIFY(!table().has(QStringLiteral("makeFault"), table().panel.get()));
    }

    void makesWhatIsDescribed()
    {
        walk();
        QSignalSpy ordered(table().panel.get(), &RemakePanel::ordered);
        click("makeSettingsButton");
        auto *keep = table().find<QComboBox>(QStringLiteral("keepChoice"));
        const int first = keep->findData(int(RemakeDraft::Choice::FirstFrame));
        QVERIFY(first >= 0);
        keep->setCurrentIndex(first);
        Q_EMIT keep->activated(first);
        QVERIFY(!label("keepSentence").isEmpty());
        auto *length = table().find<QComboBox>(QStringLiteral("make_duration"));
        length->setCurrentIndex(1);
        Q_EMIT length->activated(1);
        QVERIFY2(label("makeSummary").startsWith(QStringLiteral("CogVideoX-3 · 10 s · 1920×1080")),
                 qPrintable(label("makeSummary")));
        QCOMPARE(label("makePrice"), QStringLiteral("free")); // practice
        click("makeButton");
        QCOMPARE(ordered.size(), 1);
        const Order order = table().queue.tasks()->constFirst().order;
        QCOMPARE(order.model, QStringLiteral("cogvideox-3"));
        QCOMPARE(order.turn, table().tip());
        QCOMPARE(order.prompt, talk().description().text());
        QCOMPARE(order.clip, parrotClip().file);
        QCOMPARE(order.keeping.first.from, KeptFrame::From::Clip);
        QCOMPARE(order.keeping.last.from, KeptFrame::From::Nothing);
        QCOMPARE(order.parameters.value(QStringLiteral("duration")), QJsonValue(10));
        QCOMPARE(order.account, practiceOfBigmodel().id);
    }

    void makesAnEarlierTurnAgain()
    {
        walk();
        const TurnId tip = table().tip();
        menuAction(1, "remakeAction")->trigger();
        QCOMPARE(table().queue.tasks()->constFirst().order.turn, talk().line().constFirst().id);
        QCOMPARE(table().tip(), tip);
        QCOMPARE(table().cards(), 2);
    }

    void choosesTheDescriberAndHowTheClipIsShown()
    {
        table().open();
        auto *menu = table().find<QMenu>(QStringLiteral("describerMenu"));
        Q_EMIT menu->aboutToShow();
        auto *plus = table().find<QAction>(QStringLiteral("describer_glm-4v-plus"));
        QVERIFY(plus->toolTip().contains(QStringLiteral("translated first")));
        plus->trigger();
        QCOMPARE(talk().describer().id, QStringLiteral("glm-4v-plus"));
        QCOMPARE(table().find<QPushButton>(QStringLiteral("describerButton"))->text(),
                 QStringLiteral("GLM-4V-Plus"));
        Q_EMIT menu->aboutToShow();
        table().find<QAction>(QStringLiteral("showing_frames"))->trigger();
        QCOMPARE(talk().showing(), Showing::Frames);
        for (const QAction *action : menu->actions())
            QVERIFY(!action->objectName().startsWith(u"describer_glm-4.7-flash")); // it sees nothing
    }

    void beginsANewConversationAndFindsTheEarlierOne()
    {
        walk();
        auto *menu = table().find<QMenu>(QStringLiteral("describerMenu"));
        Q_EMIT menu->aboutToShow();
        table().find<QAction>(QStringLiteral("newConversationAction"))->trigger();
        QCOMPARE(table().cards(), 0);
        QVERIFY(table().has(QStringLiteral("describeButton"), table().panel.get()));
        Q_EMIT menu->aboutToShow();
        auto *earlier = table().find<QMenu>(QStringLiteral("conversationsMenu"));
        QCOMPARE(earlier->actions().size(), 1);
        earlier->actions().constFirst()->trigger();
        QCOMPARE(table().cards(), 2);
    }

    void saysWhatIsWrongWhereItIsWrong()
    {
        walk();
        QVERIFY(table().draft.setModel(QStringLiteral("vidu2-reference")));
        table().panel->make();
        QVERIFY(table().has(QStringLiteral("makeFault"), table().panel.get()));
        QVERIFY(table().queue.tasks()->isEmpty());
        QVERIFY(table().find<QToolButton>(QStringLiteral("makeSettingsButton"))->isChecked());
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::green);
        const QString file = m_data->filePath(QStringLiteral("scarf.png"));
        QVERIFY(image.save(file));
        table().panel->addPictures({file});
        QCOMPARE(table().draft.references(), QStringList{file});
        QVERIFY(!table().has(QStringLiteral("makeFault"), table().panel.get())); // mended
        click("removePicture1");
        QVERIFY(table().draft.references().isEmpty());
    }

    void modelsOfAnotherRegionCannotBeChosen()
    {
        walk();
        Account account = mainland();
        account.region = QStringLiteral("international");
        table().draft.setAccount(account);
        auto *combo = table().find<QComboBox>(QStringLiteral("makerCombo"));
        const auto *items = qobject_cast<const QStandardItemModel *>(combo->model());
        QVERIFY(items);
        int refused = 0;
        for (int i = 0; i < combo->count(); ++i) {
            const ModelSpec *row = table().catalogue.model(combo->itemData(i).toString());
            QVERIFY(row);
            const bool offered = row->regions.isEmpty() || row->regions.contains(account.region);
            QCOMPARE(items->item(i)->isEnabled(), offered);
            QCOMPARE(!combo->itemData(i, Qt::ToolTipRole).toString().isEmpty() || offered, true);
            refused += offered ? 0 : 1;
        }
        QVERIFY(refused > 0);
    }

    void nothingIsMadeOfWhatIsBeingRewritten()
    {
        walk();
        talk().say(QStringLiteral("Make it rain"));
        QVERIFY(!table().find<QAbstractButton>(QStringLiteral("makeButton"))->isEnabled());
        table().panel->make();
        QVERIFY(table().queue.tasks()->isEmpty());
        table().chat.answer(QStringLiteral("Motion: rain falls"));
        QVERIFY(table().find<QAbstractButton>(QStringLiteral("makeButton"))->isEnabled());
        table().panel->make();
        QVERIFY(table().queue.tasks()->constFirst().order.prompt.contains(QStringLiteral("ain falls")));
    }

    void noTextIsCut()
    {
        walk();
        talk().follow(table().queue);
        QVERIFY(table().addTake(table().tip()));
        table().say(QStringLiteral("Change the background to a rainy forest"),
                    QStringLiteral("Setting: ") + QStringLiteral("a branch in a rainy forest, ").repeated(4));
        QVERIFY(table().addTake(table().tip()));
        const auto allFit = [this] {
            for (const MarkedText *text : table().panel->findChildren<MarkedText *>()) {
                if (text->isVisible() && text->height() < text->heightForWidth(text->width()))
                    return false;
            }
            for (const QLabel *label : table().panel->findChildren<QLabel *>()) {
                if (label->isVisible() && label->wordWrap() && !qobject_cast<const MarkedText *>(label) &&
                    label->height() < label->heightForWidth(label->width()))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(allFit());
        click("moreTextButton", table().card(3));
        QTRY_VERIFY(allFit());
        table().panel->resize(346, 540);
        QTRY_VERIFY(allFit());
    }

    void tellsThePrice()
    {
        table().open();
        talk().setAccount(mainland());
        table().draft.setAccount(mainland());
        QCOMPARE(label("makePrice"), QStringLiteral("about ¥\u00a01.00"));
    }

    void showsWhatWasMadeOfATurn()
    {
        walk();
        talk().follow(table().queue);
        const TakeId take = table().addTake(table().tip());
        QVERIFY(take);
        QSignalSpy wanted(table().panel.get(), &RemakePanel::takeWanted);
        auto *made = table().find<QPushButton>(QStringLiteral("turnTakesButton"), table().card(2));
        QVERIFY(made->text().contains(QStringLiteral("1 result")));
        made->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<TakeId>(), take);
    }

    void twoHundredTurnsGetCardsInSteps()
    {
        table().open();
        table().describe();
        for (int i = 0; i < 199; ++i) {
            Description next = talk().description();
            next.setField(DescriptionField::Mood, QStringLiteral("mood %1").arg(i));
            QVERIFY(talk().write(next));
        }
        const Conversation whole = *talk().conversation();
        talk().beginAnew();
        QCOMPARE(table().cards(), 0);
        QVERIFY(talk().choose(whole.id));
        QCOMPARE(table().cards(), TurnList::step);
        QVERIFY(table().card(200));
        QVERIFY(table()
                    .find<QPushButton>(QStringLiteral("earlierTurnsButton"))
                    ->text()
                    .contains(QStringLiteral("188")));
        click("earlierTurnsButton");
        QCOMPARE(table().cards(), 2 * TurnList::step);
        QVERIFY(table().card(177));
    }

    void thePanelFitsASmallWindow()
    {
        walk();
        click("makeSettingsButton");
        QVERIFY2(table().panel->minimumSizeHint().height() <= 540,
                 qPrintable(QString::number(table().panel->minimumSizeHint().height())));
        QVERIFY2(table().panel->minimumSizeHint().width() <= 346,
                 qPrintable(QString::number(table().panel->minimumSizeHint().width())));
    }

    // What is read in a card is what is sent, mark for mark.
    void showsTheWordsThatAreSent()
    {
        walk();
        const auto talked = [this](WentWords went) {
            QString text;
            for (const MarkedSpan &span : spansOf(talk().description(), talk().changes(table().tip()), went))
                text += span.look == Look::Gone ? QString() : span.words;
            return text;
        };
        QCOMPARE(textOf(2).text(), talk().description().text());
        QCOMPARE(talked(WentWords::Hidden), talk().description().text());
        QCOMPARE(talked(WentWords::Shown), talk().description().text());
    }

    void foldsLongTexts()
    {
        MarkedText text;
        text.setPlain(QStringLiteral("One word after another, ").repeated(30));
        const int whole = text.heightForWidth(280);
        text.setMaximumLines(4);
        QVERIFY(text.heightForWidth(280) < whole);
        QVERIFY(text.isLongerThan(4, 280));
        text.setPlain(QStringLiteral("紫色的鹦鹉站在阳台的栏杆上").repeated(20));
        QVERIFY(text.isLongerThan(4, 280));
        text.setPlain(QStringLiteral("short"));
        QVERIFY(!text.isLongerThan(4, 280));
    }

    void looks_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("dark") << int(Settings::Theme::Dark);
        QTest::newRow("light") << int(Settings::Theme::Light);
    }

    // For eyes: the pictures are looked at, not compared.
    void looks()
    {
        QFETCH(int, theme);
        table().theme.choose(Settings::Theme(theme));
        walk();
        talk().follow(table().queue);
        QVERIFY(table().addTake(table().tip()));
        table().say(QStringLiteral("Change the background to a rainy forest."),
                    QStringLiteral("Setting: a branch in a rainy forest, lush greenery behind it"));
        const auto shoot = [this](const char *name) {
            QTest::qWait(30); // the layouts of what was unfolded
            table().panel->grab().save(
                QString(QStringLiteral(RETAKE_SCREENSHOT_DIR "/remake-") + QString::fromLatin1(name) + u'-' +
                        QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png")));
        };
        shoot("talk");
        click("moreTextButton", table().card(3));
        click("makeSettingsButton");
        shoot("settings");
        click("makeSettingsButton");
        click("editTurnButton", table().card(3));
        QTest::qWait(20);
        shoot("edit");
        click("cancelEditButton", table().card(3));
        table().say(QStringLiteral("Verwandle bitte den Hintergrund in eine winterliche Landschaft"),
                    QStringLiteral(
                        "Setting: ein ausgedehnter Nadelwaldlandschaftsschutzgebietsrand, 雪の森\n"
                        "Mood: 安静的，自然的，一只白色的鹦鹉栖息在雨林的树枝上，凝视着郁郁葱葱的绿色植物"));
        click("wentButton", table().card(4));
        talk().say(QStringLiteral("换成夜晚"));
        table().chat.say(QStringLiteral("Light: night light of"));
        QTest::qWait(150);
        shoot("long");
        table().chat.refuse(ErrorKind::Unclear);
        shoot("failed");
    }
};

QTEST_MAIN(TestRemakePanel)
#include "tst_remakepanel.moc"
