// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialoguetable.h"

#include "session/remakedraft.h"

#include <QImage>

using namespace retake;

namespace {

using Choice = RemakeDraft::Choice;
using Field = RemakeDraft::Field;

const KeptFrame nothingKept{};
const KeptFrame ofTheClip{KeptFrame::From::Clip, {}};

} // namespace

class TestRemakeDraft : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<DialogueTable> m_table;
    std::unique_ptr<RemakeDraft> m_draft;

    Dialogue &talk() const { return *m_table->dialogue; }

    QString picture(const QString &name, QSize size) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        const QString file = m_data->filePath(name);
        return image.save(file) ? file : QString();
    }

    Field faultAt() const { return m_draft->fault() ? m_draft->fault()->field : Field::None; }

    ErrorKind faultKind() const { return m_draft->fault()->error.kind; }

    bool use(const char *model) const { return m_draft->setModel(QLatin1String(model)).has_value(); }

private Q_SLOTS:

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>(placeForTests());
        m_table = std::make_unique<DialogueTable>(m_data->path());
        m_table->open();
        m_table->describe();
        m_draft = std::make_unique<RemakeDraft>(m_table->catalogue, talk());
        m_draft->setAccount(practiceOfBigmodel());
    }

    void cleanup()
    {
        m_draft.reset();
        m_table.reset();
        m_data.reset();
    }

    void makesAnOrderOfTheDescription()
    {
        QCOMPARE(m_draft->model().id, QStringLiteral("cogvideox-3"));
        QVERIFY(!m_draft->fault());
        talk().setTrim(Trim{std::chrono::seconds(1), std::chrono::seconds(4)});
        m_table->say(QStringLiteral("Make it night"), QStringLiteral("Light: deep night"));
        m_draft->setVariations(2);
        m_draft->setParameter(QStringLiteral("duration"), 10);
        const auto orders = m_draft->orders();
        QVERIFY(orders);
        QCOMPARE(orders->size(), 2);
        const Order &order = orders->first();
        QCOMPARE(order.prompt, talk().description().text());
        QVERIFY(order.prompt.contains(QStringLiteral("eep night")));
        QCOMPARE(order.turn, m_table->tip());
        QCOMPARE(order.clip, parrotClip().file);
        QCOMPARE(order.clipId, talk().clipId());
        QCOMPARE(order.trim, talk().trim());
        QCOMPARE(order.model, QStringLiteral("cogvideox-3"));
        QCOMPARE(order.account, QStringLiteral("practice-bigmodel"));
        QCOMPARE(order.parameters[u"duration"].toInt(), 10);
        QCOMPARE(order.parameters[u"quality"].toString(), QStringLiteral("quality"));
        QCOMPARE(order.parameters[u"with_audio"], QJsonValue(false));
        QVERIFY(order.parameters[u"watermark_enabled"].toBool()); // as the service has it by itself
        QCOMPARE(order.keeping, Keeping());
        QCOMPARE(m_draft->seconds(), 10.0);
    }

    void theTakeThatIsOpenIsTheParent()
    {
        talk().openClip(parrotClip(), talk().clipId(), TakeId{7});
        QVERIFY(talk().setShowing(Showing::Address, parrotAddress));
        m_table->describe();
        QCOMPARE(m_draft->order().parent, TakeId{7});
    }

    void namesTheFirstFieldAtFault()
    {
        m_draft->setAccount({});
        QCOMPARE(faultAt(), Field::Account);
        QCOMPARE(faultKind(), ErrorKind::KeyMissing);
        m_draft->setParameter(QStringLiteral("fps"), 24);
        QCOMPARE(faultAt(), Field::Parameter);
        talk().setTrim(Trim{std::chrono::seconds(4), std::chrono::seconds(9)});
        QCOMPARE(faultAt(), Field::Clip);
        talk().setTrim({});
        talk().beginAnew();
        QCOMPARE(faultAt(), Field::Description);
        QCOMPARE(faultKind(), ErrorKind::PromptEmpty);
        QVERIFY(!m_draft->orders());
        talk().closeClip();
        QCOMPARE(faultAt(), Field::Clip);
        QCOMPARE(faultKind(), ErrorKind::FileMissing);
    }

    void countsWhatIsTooLong()
    {
        Description long513;
        long513.setField(DescriptionField::Whole, QStringLiteral("x").repeated(513));
        QVERIFY(talk().write(long513));
        QCOMPARE(faultAt(), Field::Description);
        QCOMPARE(faultKind(), ErrorKind::PromptTooLong);
        QCOMPARE(m_draft->fault()->error.facts,
                 (QStringList{QStringLiteral("513"), QStringLiteral("512"), QStringLiteral("description")}));
        // characters beyond UTF-16's first plane count once
        Description animals;
        animals.setField(DescriptionField::Whole, QStringLiteral("🦜").repeated(512));
        QVERIFY(talk().write(animals));
        QCOMPARE(faultAt(), Field::None);
    }

    void keepsWhatTheModelTakes()
    {
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        QVERIFY(m_draft->setLastFrame(ofTheClip));
        m_draft->setSourceSound(true);
        QCOMPARE(m_draft->order().keeping, (Keeping{ofTheClip, ofTheClip, true}));
        QCOMPARE(m_draft->choices(), (QList{Choice::FirstAndLast, Choice::SourceSound}));
        QVERIFY(use("cogvideox-flash"));
        QVERIFY(!m_draft->canKeepLastFrame());
        QCOMPARE(m_draft->order().keeping, (Keeping{ofTheClip, nothingKept, true}));
        QCOMPARE(m_draft->choices(), (QList{Choice::FirstFrame, Choice::SourceSound}));
        QVERIFY(use("viduq1-text"));
        QVERIFY(!m_draft->canKeepFirstFrame());
        QCOMPARE(m_draft->order().keeping, (Keeping{nothingKept, nothingKept, true}));
        QCOMPARE(m_draft->choices(), (QList{Choice::WordsOnly, Choice::SourceSound}));
        QVERIFY(use("cogvideox-3")); // what was set comes back
        QCOMPARE(m_draft->order().keeping, (Keeping{ofTheClip, ofTheClip, true}));
        ClipInfo silent = parrotClip();
        silent.audio.reset();
        talk().openClip(silent, talk().clipId());
        QVERIFY(!m_draft->canKeepSound());
        QVERIFY(!m_draft->order().keeping.sourceSound);
    }

    void twoFramesAreMadeAtSpeed()
    {
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        QCOMPARE(m_draft->parameter(QStringLiteral("quality")).toString(), QStringLiteral("quality"));
        QVERIFY(m_draft->setLastFrame(ofTheClip));
        QCOMPARE(m_draft->parameter(QStringLiteral("quality")).toString(), QStringLiteral("speed"));
        QCOMPARE(m_draft->order().parameters[u"quality"].toString(), QStringLiteral("speed"));
        m_draft->setParameter(QStringLiteral("quality"), QStringLiteral("quality"));
        QCOMPARE(m_draft->order().parameters[u"quality"].toString(), QStringLiteral("quality"));
    }

    void aLastFrameNeedsAFirst()
    {
        QVERIFY(m_draft->setLastFrame(ofTheClip));
        QCOMPARE(faultAt(), Field::FirstFrame);
        QVERIFY(use("vidu2-image"));
        QCOMPARE(faultAt(), Field::FirstFrame); // it makes nothing without one
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        QCOMPARE(faultAt(), Field::None);
    }

    void aPictureAloneCanBeEnough()
    {
        talk().beginAnew();
        QCOMPARE(faultAt(), Field::Description);
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        QCOMPARE(faultAt(), Field::None);
        QVERIFY(use("viduq1-text"));
        QCOMPARE(faultAt(), Field::Description);
    }

    void checksAPictureThatIsBroughtIn()
    {
        const QString narrow = picture(QStringLiteral("narrow.png"), {1700, 200});
        QCOMPARE(m_draft->setFirstFrame({KeptFrame::From::File, narrow}).error().kind,
                 ErrorKind::ImageBadShape);
        QCOMPARE(m_draft->setFirstFrame({KeptFrame::From::File, QStringLiteral("/none.png")}).error().kind,
                 ErrorKind::FileMissing);
        QCOMPARE(m_draft->keeping(), Keeping());
        const QString edited = picture(QStringLiteral("edited.png"), {1000, 200});
        QVERIFY(m_draft->setFirstFrame({KeptFrame::From::File, edited}));
        QCOMPARE(m_draft->order().keeping.first.file, edited);
        QCOMPARE(m_draft->choices(), QList{Choice::EditedFrame});
        QVERIFY(use("vidu2-image")); // takes 4:1 at most
        QCOMPARE(faultAt(), Field::FirstFrame);
        QCOMPARE(faultKind(), ErrorKind::ImageBadShape);
        QVERIFY(use("viduq1-text"));
        QCOMPARE(faultAt(), Field::None); // it is not sent
    }

    void countsReferences()
    {
        const QString one = picture(QStringLiteral("one.png"), {400, 300});
        QVERIFY(!m_draft->setReferences({one})); // the model takes none
        QVERIFY(use("vidu2-reference"));
        QCOMPARE(faultAt(), Field::References);
        QCOMPARE(m_draft->setReferences({one, one, one, one}).error().kind, ErrorKind::TooManyReferences);
        QVERIFY(m_draft->setReferences({one}));
        QCOMPARE(faultAt(), Field::None);
        QCOMPARE(sourcesOf(m_draft->order().references), QStringList{one});
        QCOMPARE(m_draft->choices(), QList{Choice::References});
        QVERIFY(use("cogvideox-3"));
        QVERIFY(m_draft->order().references.isEmpty());
    }

    void estimatesAllVariations()
    {
        m_draft->setVariations(3);
        QVERIFY(m_draft->estimate().currency.isEmpty()); // practice
        QCOMPARE(m_draft->estimate().outputSeconds, 15.0);
        m_draft->setAccount(mainland());
        QCOMPARE(m_draft->estimate().currency, QStringLiteral("CNY"));
        QCOMPARE(m_draft->estimate().amount, 3.0);
        QVERIFY(use("cogvideox-flash"));
        QCOMPARE(m_draft->seconds(), 6.0);
        QCOMPARE(m_draft->estimate().amount, 0.0);
    }

    void keepsToWhatARegionOffers()
    {
        Account international = mainland();
        international.region = QStringLiteral("international");
        QVERIFY(use("cogvideox-flash"));
        m_draft->setAccount(mainland());
        QCOMPARE(faultAt(), Field::None);
        m_draft->setAccount(international);
        QCOMPARE(faultAt(), Field::Model);
        QVERIFY(use("cogvideox-3"));
        QCOMPARE(faultAt(), Field::None);
        QVERIFY(!m_draft->setModel(QStringLiteral("wan2.7-videoedit")));
        QVERIFY(!use("nothing"));
    }

    void aModelTakesItsOwnParametersOnly()
    {
        m_draft->setParameter(QStringLiteral("duration"), 10);
        m_draft->setParameter(QStringLiteral("fps"), 60);
        QVERIFY(use("cogvideox-2"));
        QCOMPARE(m_draft->parameter(QStringLiteral("fps")).toInt(), 60);
        QVERIFY(!m_draft->order().parameters.contains(QStringLiteral("duration")));
        QCOMPARE(m_draft->seconds(), 5.0);
    }

    void suggestsWhatSuitsTheEdits()
    {
        QCOMPARE(m_draft->suggestion(), Choice::FirstFrame); // nothing is to change
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Light: rain"));
        QCOMPARE(m_draft->suggestion(), Choice::FirstFrame);
        m_table->say(QStringLiteral("Change the purple parrot to white parrot."),
                     QStringLiteral("Appearance: white feathers"));
        QCOMPARE(m_draft->suggestion(), Choice::WordsOnly);
        const QString edited = picture(QStringLiteral("edited.png"), {640, 360});
        QVERIFY(m_draft->setFirstFrame({KeptFrame::From::File, edited}));
        QCOMPARE(m_draft->suggestion(), Choice::EditedFrame);
        m_table->say(QStringLiteral("Change background to a rainy forest."),
                     QStringLiteral("Setting: a forest"));
        QVERIFY(use("vidu2-reference"));
        QCOMPARE(m_draft->suggestion(), Choice::References);
        for (const Choice choice : {Choice::WordsOnly, Choice::FirstFrame, Choice::FirstAndLast,
                                    Choice::EditedFrame, Choice::References, Choice::SourceSound})
            QVERIFY(!RemakeDraft::sentence(choice).isEmpty());
    }

    void tellsOfEveryChange()
    {
        QSignalSpy changed(m_draft.get(), &RemakeDraft::changed);
        m_table->say(QStringLiteral("Make it rain"), QStringLiteral("Light: rain"));
        QVERIFY(changed.size() >= 1);
        changed.clear();
        m_draft->setSourceSound(true);
        m_draft->setSourceSound(true);
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        QVERIFY(m_draft->setFirstFrame(ofTheClip));
        m_draft->setVariations(9);
        QCOMPARE(m_draft->variations(), 4);
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRemakeDraft)
#include "tst_remakedraft.moc"
