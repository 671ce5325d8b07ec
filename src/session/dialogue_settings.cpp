// SPDX-License-Identifier: GPL-3.0-or-later
// What a question is asked with: describer, showing, piece, account, locked parts.
#include "session/dialogue_p.h"

#include <QUrl>

#include <algorithm>

namespace retake {

namespace {

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

} // namespace

bool canDescribe(const DescriberSpec &spec)
{
    return spec.seesPictures() || spec.seesVideo();
}

const DescriberSpec *firstDescriber(const Catalogue &catalogue)
{
    const auto &rows = catalogue.describers();
    const auto found = std::find_if(rows.begin(), rows.end(), canDescribe);
    Q_ASSERT(found != rows.end());
    return &*found;
}

QList<Showing> showingsOf(const DescriberSpec &spec)
{
    QList<Showing> list;
    if (spec.seesPictures())
        list.append(Showing::Frames);
    if (spec.takesVideoAddress)
        list.append(Showing::Address);
    if (spec.maximumInlineVideo > 0)
        list.append(Showing::SmallVideo);
    return list;
}

Result<void> Dialogue::Private::keepSettings()
{
    if (conversation) {
        Conversation changed = settings;
        changed.tip = conversation->tip;
        if (auto kept = store.updateConversation(changed); !kept)
            return kept;
        conversation = changed;
    }
    refreshShown();
    Q_EMIT q->settingsChanged();
    return {};
}

Result<void> Dialogue::setDescriber(const QString &id)
{
    const DescriberSpec *row = d->catalogue.describer(id);
    if (!row || !canDescribe(*row))
        return failure(ErrorKind::UnknownModel, {id});
    d->preferred = row;
    if (row == d->describer)
        return {};
    d->describer = row;
    d->settings.describer = id;
    if (!showings().contains(d->settings.showing))
        d->settings.showing = showings().constFirst();
    return d->keepSettings();
}

Result<void> Dialogue::setShowing(Showing showing, const QString &address)
{
    const QString named = showingName(showing);
    if (!showings().contains(showing))
        return failure(ErrorKind::BadParameter, {QStringLiteral("show"), named});
    const QString wanted = address.isEmpty() ? d->settings.address : address.trimmed();
    if (showing == Showing::Address && !isWebAddress(wanted))
        return failure(ErrorKind::BadAddress, {wanted});
    if (showing != Showing::Address)
        d->preferredShowing = showing;
    if (showing == d->settings.showing && (showing != Showing::Address || wanted == d->settings.address))
        return {};
    d->settings.showing = showing;
    if (showing == Showing::Address)
        d->settings.address = wanted;
    return d->keepSettings();
}

void Dialogue::setTrim(const std::optional<Trim> &trim)
{
    if (trim == d->settings.trim)
        return;
    d->settings.trim = trim;
    if (const auto kept = d->keepSettings(); !kept)
        Q_EMIT refused(kept.error());
}

void Dialogue::setAccount(const Account &account)
{
    if (account == d->account)
        return;
    d->account = account;
    d->settings.account = account.id;
    if (const auto kept = d->keepSettings(); !kept)
        Q_EMIT refused(kept.error());
}

const DescriberSpec &Dialogue::describer() const
{
    return *d->describer;
}

Showing Dialogue::showing() const
{
    return d->settings.showing;
}

QString Dialogue::address() const
{
    return d->settings.address;
}

const std::optional<Trim> &Dialogue::trim() const
{
    return d->settings.trim;
}

const Account &Dialogue::account() const
{
    return d->account;
}

QList<Showing> Dialogue::showings() const
{
    return showingsOf(*d->describer);
}

QList<DescriptionField> Dialogue::locked() const
{
    return d->settings.locked;
}

Result<void> Dialogue::setLocked(DescriptionField field, bool locked)
{
    QList<DescriptionField> fields = d->settings.locked;
    fields.removeAll(field);
    if (locked)
        fields.append(field);
    std::sort(fields.begin(), fields.end());
    if (fields == d->settings.locked)
        return {};
    d->settings.locked = fields;
    return d->keepSettings();
}

} // namespace retake
