using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Limits;

namespace Renderacre.Farm.State;

/// <content>What of limits is used elsewhere, as their sources tell.</content>
public sealed partial class FarmState
{
    /// <summary>
    /// A limit's source has answered, or failed to; while it fails, its last figure holds. An answer to a question that
    /// was asked of another source than the limit has now counts for nothing.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The limit.</param>
    /// <param name="asked">The source that was asked.</param>
    /// <param name="answer">What it answered.</param>
    /// <returns>Never refused.</returns>
    public FarmResult<Done> ReportLimit(
        CommandContext context, string name, LimitSource asked, SourceAnswer answer)
    {
        Begin(context);
        if (_limits.Find(name) is not { Row: { } row } limit || row.Source != asked)
            return default(Done);
        SourceReport before = row.Report ?? SourceReport.None;
        SourceReport after = answer.Used is { } used
            ? SourceReport.Told(used, asked.CountsFarm ? limit.Used : 0, Now)
            : before.Failed(answer.Failure ?? "it told nothing", Now);
        bool isNews = after.IsNews(before);
        after = after with { NotedAt = isNews ? Now : before.NotedAt };
        Change(limit, row with { Report = after });
        if (isNews)
            Emit(new LimitReported(name, after) { By = context.Principal, At = Now });
        return default(Done);
    }
}
