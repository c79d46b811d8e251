using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;

namespace OpenJd.Sessions.Scopes;

/// <summary>Resolves all format strings of an action. Source: template schemas §5.</summary>
internal static class ActionResolver
{
    private const long NotifyPeriodSecondsMax = 600;

    /// <summary>Resolves an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="plan">Which kind it is.</param>
    /// <param name="scope">What it sees.</param>
    /// <exception cref="OpenJd.Expressions.Errors.ExpressionException">A field cannot be resolved.</exception>
    /// <exception cref="InvalidDataException">A field resolves to what it may not be.</exception>
    public static ResolvedAction Resolve(ActionDefinition action, ActionPlan plan, ScriptScope scope) => new(
        plan,
        scope.Text(action.Command, $"{plan.Title}: command"),
        scope.Items(action.Args, $"{plan.Title}: args"),
        action.TimeoutFormat is { } format
            ? Seconds(format, $"{plan.Title}: timeout", long.MaxValue, scope)
            : action.TimeoutSeconds,
        action.Cancelation is { } method ? Cancelation(method, $"{plan.Title}: cancelation", scope) : null);

    private static CancelationMethod? Cancelation(CancelationMethod method, string field, ScriptScope scope)
    {
        var mode = method.Mode;
        if (method.ModeFormat is { } format)
        {
            if (scope.Optional(format, ExpressionType.String, $"{field}: mode") is not { } value)
                return null;
            mode = Mode(value.Text, field);
        }

        var period = method.NotifyPeriodFormat is { } seconds
            ? (int?)Seconds(seconds, $"{field}: notifyPeriodInSeconds", NotifyPeriodSecondsMax, scope)
            : method.NotifyPeriodSeconds;
        if (mode == CancelationMode.Terminate && period is not null)
        {
            throw new InvalidDataException(
                $"{field}: notifyPeriodInSeconds is {period}, but the mode is TERMINATE, which has no such period");
        }

        return new CancelationMethod(mode, period);
    }

    private static CancelationMode Mode(string text, string field) => text switch
    {
        "TERMINATE" => CancelationMode.Terminate,
        "NOTIFY_THEN_TERMINATE" => CancelationMode.NotifyThenTerminate,
        _ => throw new InvalidDataException(
            $"{field}: mode is '{text}'; TERMINATE or NOTIFY_THEN_TERMINATE is wanted"),
    };

    private static long? Seconds(string format, string field, long max, ScriptScope scope)
    {
        if (scope.Optional(format, ExpressionType.Int, field) is not { } value)
            return null;
        if (value is IntValue number && number.Value >= 1 && number.Value <= max)
            return number.Value;
        var most = max == long.MaxValue ? "" : $" up to {max}";
        throw new InvalidDataException($"{field}: is {value.Text}; a whole number of seconds from 1{most} is wanted");
    }
}
