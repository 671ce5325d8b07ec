// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the real window, found by their names.
#include "windowbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTranslator>

using namespace retake;

class TestWindow : public QObject
{
    Q_OBJECT

    static bool isForPeople(const QWidget *widget)
    {
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
               qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
               qobject_cast<const QPlainTextEdit *>(widget) ||
               qobject_cast<const QAbstractItemView *>(widget);
    }

    // Parts that Qt makes inside of a control, and that it names itself.
    static bool isInside(const QWidget *widget)
    {
        for (const QWidget *outer = widget->parentWidget(); outer; outer = outer->parentWidget()) {
            if (qobject_cast<const QComboBox *>(outer) || qobject_cast<const QAbstractSpinBox *>(outer) ||
                qobject_cast<const QLineEdit *>(outer))
                return true;
        }
        return widget->objectName().startsWith(u"qt_");
    }

    static QStringList nameless(const QWidget *top)
    {
        QStringList found;
        for (const QWidget *widget : top->findChildren<QWidget *>()) {
            if (!isForPeople(widget) || isInside(widget))
                continue;
            if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
                found.append(QString(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                     widget->objectName() + u" in " + widget->parentWidget()->objectName()));
        }
        return found;
    }

private Q_SLOTS:

    void everythingHasAName()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        bench.find<QAction>("shortcutsAction")->trigger();
        bench.find<QAction>("sendingAction")->trigger();
        bench.find<QPushButton>("engineChip")->click();
        QCOMPARE(nameless(bench.window.get()).join(u'\n'), QString());
    }

    void emptyInstructionIsToldWhereItIsMissing()
    {
        WindowBench bench;
        bench.show();
        auto *run = bench.find<QPushButton>("runButton");
        QVERIFY(!run->isEnabled()); // no clip yet
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(run->isEnabled());
        auto *fault = bench.find<QLabel>("faultLabel");
        QVERIFY(!fault->isVisible());
        QTest::mouseClick(run, Qt::LeftButton);
        QVERIFY(fault->isVisible() && !fault->text().isEmpty());
        auto *edit = bench.find<QPlainTextEdit>("instructionEdit");
        QVERIFY(edit->property("fault").toBool());
        QCOMPARE(bench.window->focusWidget(), edit);
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
        edit->setPlainText(QStringLiteral("Make it snow."));
        QVERIFY(!fault->isVisible());
        QVERIFY(!edit->property("fault").toBool());
        QCOMPARE(bench.draft->prompt(), QStringLiteral("Make it snow."));
        edit->setPlainText(QString(5001, u'x'));
        QVERIFY(bench.find<QLabel>("instructionCounter")->text().startsWith(u"5001 / 5000"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(fault->isVisible());
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
    }

    void aBadFileLeavesTheClipOpen()
    {
        WindowBench bench;
        bench.show();
        const QString clip = bench.clip();
        QVERIFY(WindowBench::drop(bench.window.get(), {clip}));
        QTRY_VERIFY(bench.workspace->clip());
        QFile words(bench.path("words.txt"));
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write("not a video\n") > 0);
        words.close();
        QVERIFY(WindowBench::drop(bench.window.get(), {words.fileName()}));
        auto *title = bench.find<QLabel>("messageTitle");
        QTRY_VERIFY(title->isVisible());
        QVERIFY(title->text().contains(QStringLiteral("words.txt")));
        QCOMPARE(bench.workspace->clip()->file, clip);
        QTest::mouseClick(bench.find<QAbstractButton>("messageClose"), Qt::LeftButton);
        QVERIFY(!title->isVisible());
    }

    void aVideoMayBeDroppedAnywhere()
    {
        WindowBench bench;
        bench.show();
        const QString clip = bench.clip();
        bench.find<QAbstractButton>("moreButton")->click();
        for (const char *place : {"instructionEdit", "negativePromptEdit", "parameter_seed", "queuePanel",
                                  "headerBar", "referenceSlot3"}) {
            bench.workspace->closeClip();
            QVERIFY2(WindowBench::drop(bench.find<QWidget>(place), {clip}), place);
            QTRY_VERIFY2(bench.workspace->clip(), place);
        }
        QVERIFY(bench.draft->prompt().isEmpty());
        QVERIFY(bench.draft->references().isEmpty());
    }

    void referencesByDropPasteAndKeys()
    {
        WindowBench bench;
        bench.show();
        const QString red = bench.picture("red.png");
        const QString blue = bench.picture("blue.png", QSize(320, 300), Qt::blue);
        QVERIFY(WindowBench::drop(bench.window.get(), {red}));
        auto *first = bench.find<QWidget>("referenceSlot1");
        auto *second = bench.find<QWidget>("referenceSlot2");
        QVERIFY(WindowBench::drop(second, {blue}));
        QCOMPARE(bench.draft->references(), (QStringList{red, blue}));
        QVERIFY(first->accessibleName().contains(QStringLiteral("red.png")));

        // Reordered by keys; what the instruction says follows.
        auto *edit = bench.find<QPlainTextEdit>("instructionEdit");
        edit->setPlainText(QStringLiteral("Paint it like Image 1, not like Image 2."));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(bench.draft->references(), (QStringList{blue, red}));
        QCOMPARE(edit->toPlainText(), QStringLiteral("Paint it like Image 2, not like Image 1."));

        // Pixels from the clipboard become a file of their own.
        QImage pixels(400, 300, QImage::Format_RGB32);
        pixels.fill(Qt::green);
        QApplication::clipboard()->setImage(pixels);
        bench.find<QAction>("pasteAction")->trigger();
        QTRY_COMPARE(bench.draft->references().size(), 3);
        const QString pasted = bench.draft->references().constLast();
        QVERIFY(pasted.startsWith(bench.core->paths.workDir()));
        QCOMPARE(QImage(pasted).size(), QSize(400, 300));
        edit->setFocus();
        edit->paste(); // in the text field an image goes to the slots, too
        QTRY_COMPARE(bench.draft->references().size(), 4);
        QCOMPARE(bench.find<QLabel>("referenceCount")->text(), QStringLiteral("4 of 4"));

        // A fifth is refused in words, and nothing is lost.
        auto *fault = bench.find<QLabel>("referenceFault");
        QVERIFY(!fault->isVisible());
        QVERIFY(WindowBench::drop(bench.window.get(), {red}));
        QVERIFY(fault->isVisible() && fault->text().contains(u'4'));
        QCOMPARE(bench.draft->references().size(), 4);

        QTest::keyClick(first, Qt::Key_Delete);
        QCOMPARE(bench.draft->references().size(), 3);
        QCOMPARE(bench.draft->references().constFirst(), red);
        QVERIFY(!fault->isVisible());
        QVERIFY(WindowBench::drop(first, {bench.picture("tiny.png", QSize(60, 80))}));
        QVERIFY(fault->isVisible() && fault->text().contains(QStringLiteral("tiny.png")));
        QCOMPARE(bench.draft->references().constFirst(), red);
    }

    void optionsAreTheModelsRows()
    {
        WindowBench bench;
        bench.show();
        for (const ParameterSpec &spec : bench.draft->model().parameters) {
            const QString name = QString(u"parameter_" + spec.name);
            QVERIFY2(bench.window->findChild<QWidget *>(name), qPrintable(name));
        }
        QVERIFY(!bench.find<QWidget>("moreOptions")->isVisible());
        QTest::mouseClick(bench.find<QAbstractButton>("moreButton"), Qt::LeftButton);
        QVERIFY(bench.find<QWidget>("moreOptions")->isVisible());
        bench.find<QSpinBox>("parameter_seed")->setValue(7);
        QCOMPARE(bench.draft->parameter(QStringLiteral("seed")), QJsonValue(7));
        bench.find<QAbstractButton>("parameter_watermark")->click();
        QCOMPARE(bench.draft->parameter(QStringLiteral("watermark")), QJsonValue(true));
        auto *resolution = bench.find<QComboBox>("parameter_resolution");
        resolution->setFocus();
        QTest::keyClick(resolution, Qt::Key_Down);
        QCOMPARE(bench.draft->parameter(QStringLiteral("resolution")), QJsonValue(QStringLiteral("1080P")));
        bench.draft->setParameter(QStringLiteral("ratio"), QStringLiteral("1:1"));
        QVERIFY(bench.find<QComboBox>("parameter_ratio")->currentText().startsWith(u"1:1"));
        QTest::keyClicks(bench.find<QLineEdit>("negativePromptEdit"), QStringLiteral("text"));
        QCOMPARE(bench.draft->negativePrompt(), QStringLiteral("text"));
    }

    void theWindowSpeaksChinese()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QTranslator words;
        QVERIFY(
            words.load(QLocale(), QStringLiteral("retake"), QStringLiteral("_"), QStringLiteral(":/i18n")));
        QCoreApplication::installTranslator(&words);
        const auto back = qScopeGuard([&] {
            QCoreApplication::removeTranslator(&words);
            QLocale::setDefault(before);
        });
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.workspace->clip());
        static const QRegularExpression english(QStringLiteral("[a-z]{3,}"));
        static const QRegularExpression spared(QStringLiteral(".*\\.mp4|Retake|Ctrl|Enter"));
        int seen = 0;
        const auto check = [&seen](const QWidget *widget, QString text) {
            if (!widget->isVisible() || text.isEmpty())
                return true;
            ++seen;
            return !text.remove(spared).contains(english);
        };
        for (const auto *button : bench.window->findChildren<QAbstractButton *>())
            QVERIFY2(check(button, button->text()), qPrintable(button->text()));
        for (const auto *label : bench.window->findChildren<QLabel *>())
            QVERIFY2(check(label, label->text()), qPrintable(label->text()));
        QVERIFY(seen > 15);
        QVERIFY(bench.find<QAbstractButton>("runButton")->accessibleName().contains(QStringLiteral("编辑")));
        bench.screenshot("chinese");
    }

    void accountForThisSession()
    {
        WindowBench bench;
        bench.show();
        auto *chip = bench.find<QPushButton>("engineChip");
        QVERIFY(chip->text().contains(QStringLiteral("no AI")));
        QCOMPARE(bench.find<QLabel>("priceLabel")->text(), QStringLiteral("free"));
        chip->click();
        auto *save = bench.find<QPushButton>("saveAccountButton");
        auto *key = bench.find<QLineEdit>("keyEdit");
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        bench.find<QAction>("revealKeyAction")->trigger();
        QCOMPARE(key->echoMode(), QLineEdit::Normal);
        QTest::mouseClick(save, Qt::LeftButton); // no key yet
        QVERIFY(!bench.find<QLabel>("accountAnswer")->text().isEmpty());
        QVERIFY(key->property("fault").toBool());

        auto *region = bench.find<QComboBox>("regionCombo");
        region->setCurrentIndex(region->findData(QStringLiteral("singapore")));
        QTest::keyClicks(key, QStringLiteral("sk-secret"));
        bench.find<QRadioButton>("sessionRadio")->setChecked(true);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(!bench.window->findChild<QDialog *>(QStringLiteral("accountDialog")));
        QCOMPARE(bench.draft->account().region, QStringLiteral("singapore"));
        QVERIFY(chip->text().contains(QStringLiteral("Singapore")));
        bench.window->openClip(bench.clip());
        QTRY_VERIFY(bench.find<QLabel>("priceLabel")->text().contains(u'$'));
        // Never into a file of ours.
        QFile settings(bench.core->paths.settingsFile());
        QVERIFY(!settings.open(QIODevice::ReadOnly) || !settings.readAll().contains("sk-secret"));

        chip->click();
        bench.find<QPushButton>("forgetAccountButton")->click();
        QTRY_VERIFY(bench.draft->account().isPractice());
    }

    void accountIsTestedAgainstTheService_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("practice");
        QTest::newRow("dashscope") << QStringLiteral("dashscope") << QStringLiteral("practice");
        QTest::newRow("bigmodel") << QStringLiteral("bigmodel") << QStringLiteral("practice-bigmodel");
    }

    void accountIsTestedAgainstTheService()
    {
        QFETCH(QString, service);
        QFETCH(QString, practice);
        WindowBench bench;
        bench.show();
        std::optional<Credentials> there;
        bench.core->accounts.credentials(practice, bench.window.get(),
                                         [&there](const Result<Credentials> &who) { there = *who; });
        QTRY_VERIFY_WITH_TIMEOUT(there, 15000);
        bench.find<QPushButton>("engineChip")->click();
        auto *services = bench.find<QComboBox>("serviceCombo");
        services->setCurrentIndex(services->findData(service));
        auto *region = bench.find<QComboBox>("regionCombo");
        region->setCurrentIndex(region->findData(QStringLiteral("custom")));
        bench.find<QLineEdit>("addressEdit")->setText(there->account.baseUrl.toString());
        bench.find<QLineEdit>("keyEdit")->setText(QStringLiteral("wrong"));
        auto *answer = bench.find<QLabel>("accountAnswer");
        auto *test = bench.find<QPushButton>("testAccountButton");
        test->click();
        QTRY_VERIFY(test->isEnabled());
        QVERIFY(answer->property("danger").toBool());
        bench.find<QLineEdit>("keyEdit")->setText(there->key);
        test->click();
        QTRY_VERIFY(test->isEnabled());
        QVERIFY2(!answer->property("danger").toBool(), qPrintable(answer->text()));
        QVERIFY(!answer->text().isEmpty());
    }

    void eachServiceHasItsAccount()
    {
        WindowBench bench;
        bench.show();
        const QString bigmodel = QStringLiteral("bigmodel");
        bench.find<QPushButton>("engineChip")->click();
        auto *service = bench.find<QComboBox>("serviceCombo");
        QCOMPARE(service->currentData().toString(), QStringLiteral("dashscope"));
        auto *key = bench.find<QLineEdit>("keyEdit");
        auto *source = bench.find<QLabel>("keySource");
        QVERIFY(source->isHidden());
        key->setText(QStringLiteral("sk-of-the-other"));
        service->setCurrentIndex(service->findData(bigmodel));
        QVERIFY(key->text().isEmpty()); // never sent to the other service
        QVERIFY(source->isVisible() && source->text().contains(QStringLiteral("bigmodel.cn")));
        QVERIFY(source->text().contains(QStringLiteral("coding plan")));
        auto *region = bench.find<QComboBox>("regionCombo");
        QCOMPARE(region->itemData(0).toString(), QStringLiteral("mainland"));
        region->setCurrentIndex(region->findData(QStringLiteral("international")));
        QCOMPARE(bench.find<QLineEdit>("addressEdit")->text(),
                 QStringLiteral("https://api.z.ai/api/paas/v4"));
        key->setText(QStringLiteral("id.secret"));
        bench.find<QRadioButton>("sessionRadio")->setChecked(true);
        bench.find<QDialog>("accountDialog")
            ->grab()
            .save(QStringLiteral(RETAKE_SCREENSHOT_DIR "/account-bigmodel.png"));
        bench.find<QPushButton>("saveAccountButton")->click();
        QTRY_VERIFY(!bench.window->findChild<QDialog *>(QStringLiteral("accountDialog")));
        QCOMPARE(bench.core->accounts.current(bigmodel).region, QStringLiteral("international"));
        QVERIFY(bench.draft->account().isPractice()); // the account of the other service is as it was

        // An error that names the service leads to its account.
        std::optional<Error> missing;
        bench.core->accounts.forgetAccount(bigmodel);
        bench.core->accounts.credentials(bigmodel, bench.window.get(),
                                         [&missing](const auto &who) { missing = who.error(); });
        QTRY_VERIFY(missing);
        bench.window->tell(*missing);
        bench.find<QPushButton>("messageAction")->click();
        QCOMPARE(bench.find<QComboBox>("serviceCombo")->currentData().toString(), bigmodel);
        QVERIFY(bench.find<QPushButton>("forgetAccountButton")->isHidden());
    }

    void themeAndGeometryAreKept()
    {
        WindowBench bench;
        bench.show();
        bench.find<QAction>("themeLight")->trigger();
        QCOMPARE(bench.core->settings.theme(), Settings::Theme::Light);
        QCOMPARE(Theme::current().scheme, Scheme::Light);
        bench.screenshot("first-run-light");
        bench.find<QAction>("themeDark")->trigger();
        QCOMPARE(Theme::current().scheme, Scheme::Dark);
        bench.screenshot("first-run-dark");
        QVERIFY(bench.window->close());
        QVERIFY(!bench.core->settings.windowGeometry().isEmpty());
    }

    void unclearIsExplainedAndAskedAbout()
    {
        WindowBench bench;
        Task task;
        task.state = TaskState::Unclear;
        task.order.prompt = QStringLiteral("Make it snow");
        task.order.model = bench.draft->model().id;
        task.order.account = QStringLiteral("practice");
        task.order.clip = bench.clip();
        task.createdAt = task.changedAt = QDateTime::currentDateTimeUtc();
        const auto stored = bench.core->store->insertTask(task);
        QVERIFY(stored);
        bench.show();
        const QString number = QString::number(stored->id.value);
        auto *sentence = bench.window->findChild<QLabel *>(QString(u"queueSentence" + number));
        QVERIFY(sentence && sentence->isVisible() && !sentence->text().isEmpty());
        auto *act = bench.window->findChild<QPushButton *>(QString(u"queueAct" + number));
        QVERIFY(act && act->isVisible());
        bench.window->findChild<QAbstractButton *>(QString(u"queueMore" + number))->click();
        bench.find<QAction>("queueCommandSendAgain")->trigger();
        auto *box = bench.find<QMessageBox>("sendAgainDialog");
        QVERIFY(box->text().contains(QStringLiteral("charged twice")));
        box->button(QMessageBox::Cancel)->click();
        QCOMPARE(bench.core->queue.task(stored->id)->state, TaskState::Unclear);
        // It is not removed as it is: first the person gives it up.
        QVERIFY(!bench.window->findChild<QAbstractButton *>(QString(u"queueRemove" + number))->isVisible());
        QVERIFY(bench.core->queue.markLost(stored->id));
        QTest::mouseClick(bench.window->findChild<QAbstractButton *>(QString(u"queueRemove" + number)),
                          Qt::LeftButton);
        QCOMPARE(bench.core->queue.tasks()->size(), 0);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
