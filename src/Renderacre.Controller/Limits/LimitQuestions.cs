using Renderacre.Contracts.Limits;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Limits;

namespace Renderacre.Controller.Limits;

/// <summary>Asks a limit's source once, and tells the farm what it answered.</summary>
internal sealed class LimitQuestions(HookSettings settings, HookRunner runner, FarmWriter writer)
{
    private const string Event = "limit_asked";

    /// <summary>Asks.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="source">Its source.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AskAsync(string limit, LimitSource source, CancellationToken cancellationToken)
    {
        SourceAnswer answer = await AnswerAsync(limit, source, cancellationToken);
        await writer.DoAsync(
            Principal.Itself, (farm, context) => farm.ReportLimit(context, limit, source, answer), null, null,
            cancellationToken);
    }

    private async Task<SourceAnswer> AnswerAsync(string limit, LimitSource source, CancellationToken stop)
    {
        if (Find(limit, source) is not { } hook)
            return new SourceAnswer(null, "the controller's configuration does not let limits ask it (any more)");
        HookResult result = await runner.RunAsync(hook, new HookCall(Event, [new("limit", limit)]), stop);
        return result.Succeeded
            ? SourceFigure.Read(result.Output)
            : new SourceAnswer(null, result.Summary);
    }

    private HookDefinition? Find(string limit, LimitSource source)
    {
        if (source.Hook is { } name)
            return settings.FindForLimits(name);
        return source.Url is { } text && HookUrl.Parse(text) is { } url && settings.Allows(url)
            ? new HookDefinition(
                $"of limit {limit} at {url.Authority}",
                new HttpTarget(url, new Dictionary<string, string>(), IsGet: true))
            : null;
    }
}
