// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"
#include "ui/widgets/picturefiles.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QScrollArea;
class QToolButton;

namespace retake {

class AccountBook;
class InstructionEdit;
class OptionsForm;
class Paths;
class ReferenceRow;
class RunBox;
class TaskEdit;
class TaskQueue;
class Workspace;

// The right side of the window: says what to change, with which images and options, at what price, and runs
// it. Keeps nothing of its own: all of it is the draft's.
class OrderPanel : public QWidget
{
    Q_OBJECT
public:
    struct Rooms
    {
        Draft &draft;
        Workspace &workspace;
        TaskQueue &queue;
        AccountBook &accounts;
        const Catalogue &catalogue;
        const Paths &paths;
    };

    explicit OrderPanel(const Rooms &rooms, QWidget *parent = nullptr);

    void edit(TaskId id);   // a waiting task in place of the draft, until it is saved or discarded
    void run();             // or show what is wrong, where it is wrong
    bool showWhatIsWrong(); // and go there; false: nothing is
    void addMedia(const DroppedMedia &media); // its pictures
    void focusInstruction();
    void focusReferences();
    void restyle();

Q_SIGNALS:
    void videosGiven(const QStringList &files);
    void sendingWanted();
    void refused(const retake::Error &error);
    void ordered(int count); // so many tasks are in the queue now

protected:
    bool event(QEvent *event) override;

private:
    void fillExamples(QMenu *menu);
    void fillHistory();
    void followSource();
    void followDraft();
    void showFault(const Draft::Fault &fault);
    void mention(int number);
    QWidget *makeHead();
    QWidget *makeForm();

    Rooms m_rooms;
    InstructionEdit *m_instruction;
    ReferenceRow *m_references;
    OptionsForm *m_options;
    RunBox *m_box;
    TaskEdit *m_edit;
    QMenu *m_history;
    QWidget *m_sourceRow;
    QComboBox *m_source;
    QScrollArea *m_scroll;
    bool m_faultShown = false;
};

} // namespace retake
