// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/sendingstage.h"

#include "session/preparation.h"
#include "ui/viewer/clipplayer.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace retake {

namespace {

constexpr int columnWidth = 420;
constexpr qint64 guessAfterMs = 2000; // before, a guess of the time left would only jump about

QVBoxLayout *makePage(QWidget *page)
{
    page->setProperty("panel", QStringLiteral("canvas"));
    page->setAttribute(Qt::WA_StyledBackground);
    auto *middle = new QWidget(page);
    middle->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(middle);
    setGaps(column, 0, 0, 0, 0, 10);
    auto *across = new QHBoxLayout;
    setGaps(across, 24, 0, 24, 0, 0);
    across->addStretch(1);
    across->addWidget(middle, 100);
    across->addStretch(1);
    auto *whole = new QVBoxLayout(page);
    whole->addStretch(1);
    whole->addLayout(across);
    whole->addStretch(1);
    return column;
}

QLabel *makeCanvasLabel(const char *look, QWidget *parent)
{
    QLabel *label = makeLabel({}, look, parent);
    label->setProperty("canvas", true);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

SendingStage::SendingStage(Preparation &preparation, const Draft &draft, QWidget *parent)
    : QStackedWidget(parent)
    , m_preparation(preparation)
    , m_draft(draft)
    , m_player(new ClipPlayer(this))
    , m_bar(new QProgressBar(this))
    , m_left(makeCanvasLabel("secondary", this))
    , m_title(makeCanvasLabel("strong", this))
    , m_advice(makeCanvasLabel("secondary", this))
    , m_act(makeButton(QStringLiteral("sendingAct"), {}, ButtonLook::Plain, this))
{
    setObjectName(QStringLiteral("sendingStage"));
    addWidget(m_player);
    addWidget(makeWork());
    addWidget(makeMessage());
    connect(&m_preparation, &Preparation::changed, this, &SendingStage::follow);
    connect(&m_preparation, &Preparation::progress, this, &SendingStage::progress);
    follow();
}

QWidget *SendingStage::makeWork()
{
    auto *page = new QWidget(this);
    QVBoxLayout *column = makePage(page);
    QLabel *what = makeCanvasLabel("strong", page);
    what->setText(tr("Making the file that will be sent…"));
    what->setObjectName(QStringLiteral("sendingWork"));
    m_bar->setObjectName(QStringLiteral("sendingProgress"));
    m_bar->setAccessibleName(what->text());
    m_bar->setTextVisible(false);
    m_left->setObjectName(QStringLiteral("sendingLeft"));
    QPushButton *cancel =
        makeButton(QStringLiteral("sendingCancelButton"), tr("Cancel"), ButtonLook::Plain, page);
    connect(cancel, &QPushButton::clicked, &m_preparation, &Preparation::close);
    column->addWidget(what);
    column->addWidget(m_bar);
    column->addWidget(m_left);
    column->addWidget(cancel, 0, Qt::AlignHCenter);
    return page;
}

QWidget *SendingStage::makeMessage()
{
    auto *page = new QWidget(this);
    QVBoxLayout *column = makePage(page);
    m_title->setObjectName(QStringLiteral("sendingTitle"));
    m_advice->setObjectName(QStringLiteral("sendingAdvice"));
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (const auto act = m_doAct)
            act();
    });
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addSpacing(4);
    column->addWidget(m_act, 0, Qt::AlignHCenter);
    return page;
}

void SendingStage::follow()
{
    const Preparation::State state = m_preparation.state();
    const auto &clip = m_preparation.sending().clip;
    if (state != Preparation::State::Ready || !clip)
        m_player->clear();
    switch (state) {
    case Preparation::State::Idle:
        tell({tr("The file has not been made."),
              tr("Nothing was sent. It can be made again at any time."),
              Cure::Retry,
              {}},
             tr("Make it"), [this] { m_preparation.open(); });
        return;
    case Preparation::State::Working:
        m_since.start();
        progress(0, 0);
        setCurrentIndex(1);
        return;
    case Preparation::State::Ready:
        if (clip) {
            m_player->open(clip->file, tr("What will be sent"));
            setCurrentWidget(m_player);
        } else {
            tell({tr("This clip lies at an address of its own."),
                  tr("The service fetches it from there itself; it is not read here, and nothing of it is "
                     "changed."),
                  Cure::None,
                  {}},
                 {}, {});
        }
        return;
    case Preparation::State::Refused:
        refuse();
        return;
    }
}

void SendingStage::refuse()
{
    const ErrorSentence sentence = sentenceFor(m_preparation.error());
    const auto fault = m_draft.fault();
    const auto field = fault && fault->error == m_preparation.error() ? fault->field : Draft::Field::None;
    switch (field) {
    case Draft::Field::Framing:
    case Draft::Field::References:
    case Draft::Field::Model:
        tell(sentence, tr("Show me where"), [this] { Q_EMIT mendWanted(); });
        return;
    case Draft::Field::Trim:
        tell(sentence, {}, {}); // the handles stand in the window
        return;
    case Draft::Field::None:
    case Draft::Field::Clip:
    case Draft::Field::Prompt:
    case Draft::Field::NegativePrompt:
    case Draft::Field::Parameter:
    case Draft::Field::Account:
        break;
    }
    if (sentence.cure == Cure::Retry || sentence.cure == Cure::FreeSpace)
        tell(sentence, cureLabel(Cure::Retry), [this] { m_preparation.open(); });
    else
        tell(sentence, cureLabel(sentence.cure), [this, cure = sentence.cure] { Q_EMIT cureWanted(cure); });
}

void SendingStage::tell(const ErrorSentence &sentence, const QString &button, std::function<void()> act)
{
    m_title->setText(sentence.title);
    m_advice->setText(sentence.advice);
    m_act->setText(button);
    m_act->setAccessibleName(button);
    m_act->setVisible(!button.isEmpty());
    m_doAct = std::move(act);
    setCurrentIndex(2);
}

void SendingStage::progress(qint64 done, qint64 total)
{
    if (total <= 0) {
        m_bar->setRange(0, 0); // moves about: nobody knows yet
        m_left->setText(QStringLiteral(" "));
        return;
    }
    const double part = std::clamp(double(done) / double(total), 0.0, 1.0);
    m_bar->setRange(0, 1000);
    m_bar->setValue(int(part * 1000));
    QString text = tr("%1 %").arg(QLocale().toString(int(part * 100)));
    if (const qint64 elapsed = m_since.elapsed(); elapsed > guessAfterMs && part > 0.02)
        text += u" · " + aboutText(std::chrono::seconds(qint64(double(elapsed) * (1 - part) / part / 1000)));
    m_left->setText(text);
}

} // namespace retake
