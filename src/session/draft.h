// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/conform.h"
#include "model/account.h"
#include "model/catalogue.h"
#include "model/order.h"

#include <QObject>

namespace retake {

// What the person has set so far, without widgets; gives an Order, or names the field at fault.
class Draft : public QObject
{
    Q_OBJECT
public:
    explicit Draft(const Catalogue &catalogue, QObject *parent = nullptr);

    enum class Field {
        None,
        Clip,
        Trim,
        Framing,
        Prompt,
        NegativePrompt,
        References,
        Model,
        Parameter,
        Account
    };

    struct Fault
    {
        Field field = Field::None;
        Error error;
    };

    void setClip(const std::optional<ClipInfo> &clip, ClipId id = {},
                 TakeId take = {});             // a local clip, probed
    void setRemoteClip(const QString &address); // http(s) or oss
    void setTrim(const std::optional<Trim> &trim);
    void setFraming(Framing framing);
    void setPrompt(const QString &text);
    void setNegativePrompt(const QString &text);
    Result<void>
    addReference(const QString &source); // checked at once; TooManyReferences past the model's count
    Result<void> setReference(int slot, const QString &source);
    // Of a file; null: the whole picture. ImageTooSmall and ImageBadShape leave it as it was.
    Result<void> setCrop(int slot, const QRectF &crop);
    void removeReference(int slot);
    void moveReference(int from, int to);
    Result<void> setModel(const QString &id);                        // UnknownModel
    void setParameter(const QString &name, const QJsonValue &value); // null: leave it out
    void setAccount(const Account &account);
    void setVariations(int count); // 1 to 4
    // All of an order but its clip, which is opened first: one variation of it gives the same order again.
    void load(const Order &order, const Account &account);

    const std::optional<ClipInfo> &clip() const { return m_clip; }

    QString remoteClip() const { return m_remoteClip; }

    const std::optional<Trim> &trim() const { return m_trim; }

    Framing framing() const { return m_framing; }

    std::optional<Error> framingFault() const; // the chosen one makes nothing that the model takes
    bool framingMatters() const;               // the clip has another shape than is taken or asked for

    QString prompt() const { return m_prompt; }

    QString negativePrompt() const { return m_negativePrompt; }

    QStringList references() const { return sourcesOf(m_references); }

    const QList<Reference> &croppedReferences() const { return m_references; }

    const ModelSpec &model() const { return *m_model; }

    QJsonValue parameter(const QString &name) const; // what is set, else the default

    const Account &account() const { return m_account; }

    int variations() const { return m_variations; }

    std::optional<Fault> fault() const;             // the first thing that keeps it from running
    ConformWish conformWish() const;                // trim, framing and the ratio that is set
    std::optional<ConformPlan> conformPlan() const; // local clips that can be conformed
    Estimate estimate() const;                      // of all variations together
    Order order() const;                            // as it stands, be it complete or not
    Result<QList<Order>> orders() const;            // one a variation

Q_SIGNALS:
    void changed(); // anything of the above

private:
    Result<void> checkedClip() const;
    template<class T> void assign(T &member, const T &value); // tells only of a change

    const Catalogue &m_catalogue;
    const ModelSpec *m_model = nullptr;
    std::optional<ClipInfo> m_clip;
    ClipId m_clipId;
    TakeId m_take;
    QString m_remoteClip;
    std::optional<Trim> m_trim;
    Framing m_framing = Framing::Keep;
    QString m_prompt;
    QString m_negativePrompt;
    QList<Reference> m_references;
    QJsonObject m_parameters;
    Account m_account;
    int m_variations = 1;
};

} // namespace retake
