using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;

namespace OpenJd.Sessions.Scopes;

/// <summary>What a wrap hook sees of the action that it replaces. Source: template schemas §4.3.1.</summary>
internal static class WrapScope
{
    /// <summary>The scope of a wrap hook.</summary>
    /// <param name="hook">The scope of the wrapping environment's actions.</param>
    /// <param name="wrapped">The action that is replaced.</param>
    /// <param name="variables">The variables that the session's environments have set.</param>
    /// <param name="nameSymbol"><c>WrappedEnv.Name</c> or <c>WrappedStep.Name</c>.</param>
    /// <param name="name">Whose action it is.</param>
    public static ScriptScope Of(
        ScriptScope hook, ResolvedAction wrapped, IReadOnlyDictionary<string, string> variables, string nameSymbol,
        string name)
    {
        var scope = hook.Within();
        var symbols = scope.Symbols;
        symbols["WrappedAction.Command"] = new StringValue(wrapped.Command);
        symbols["WrappedAction.Args"] = Texts(wrapped.Args);
        symbols["WrappedAction.Environment"] = Texts(variables.Select(pair => $"{pair.Key}={pair.Value}"));
        symbols["WrappedAction.Timeout"] = Seconds(wrapped.TimeoutSeconds);
        symbols["WrappedAction.Cancelation.Mode"] = Mode(wrapped.Cancelation);
        symbols["WrappedAction.Cancelation.NotifyPeriodInSeconds"] = Seconds(NotifyPeriod(wrapped));
        symbols[nameSymbol] = new StringValue(name);
        return scope;
    }

    private static ListValue Texts(IEnumerable<string> texts) =>
        new(ExpressionType.String, texts.Select(text => new StringValue(text)));

    private static ExpressionValue Seconds(long? seconds) =>
        seconds is { } number ? new IntValue(number) : NullValue.Instance;

    private static ExpressionValue Mode(CancelationMethod? method) => method is null
        ? NullValue.Instance
        : new StringValue(method.Mode switch
        {
            CancelationMode.Terminate => "TERMINATE",
            CancelationMode.NotifyThenTerminate => "NOTIFY_THEN_TERMINATE",
        });

    private static long? NotifyPeriod(ResolvedAction action) =>
        action.Cancelation is { Mode: CancelationMode.NotifyThenTerminate } method
            ? method.NotifyPeriodSeconds ?? (long)action.Plan.DefaultNotifyPeriod.TotalSeconds
            : null;
}
