using System.Globalization;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Redaction;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Sessions.Actions;

/// <summary>Makes of actions, resolved for this host, what is run.</summary>
internal sealed class ActionBuilder
{
    private readonly SessionOptions _options;
    private readonly string _workingDirectory;
    private readonly Redactor _redactor;
    private readonly ProcessMarker _marker;
    private readonly OutOfMemoryKills _kills = new();
    private int _actions;

    public ActionBuilder(SessionOptions options, string workingDirectory, Redactor redactor)
    {
        _options = options;
        _workingDirectory = workingDirectory;
        _redactor = redactor;
        _marker = new ProcessMarker(options.MarkerName, options.SessionId);
    }

    /// <summary>What marks all processes of the session.</summary>
    public ProcessMarker Marker => _marker;

    /// <summary>An action of a template.</summary>
    /// <param name="action">The action, resolved.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="observer">Hears of it.</param>
    public ActionRequest Of(
        ResolvedAction action, VariableSet variables, IActionObserver observer) => new()
        {
            Process = new ProcessSpec
            {
                Command = action.Command,
                Args = action.Args,
                Variables = variables,
                WorkingDirectory = _workingDirectory,
                Marker = NextMarker(),
            },
            Timeout = action.Plan.TimeoutOf(action.TimeoutSeconds),
            Cancelation = action.Cancelation,
            DefaultNotifyPeriod = action.Plan.DefaultNotifyPeriod,
            SessionDirectory = _workingDirectory,
            Observer = observer,
            Redactor = _redactor,
            MemoryLimitBytes = _options.MemoryLimitBytes,
            OutOfMemoryKills = _kills,
        };

    /// <summary>A command as it stands.</summary>
    /// <param name="command">The command.</param>
    /// <param name="session">Variables of the session; the command's own are set over them.</param>
    /// <param name="observer">Hears of it.</param>
    public ActionRequest Of(PlainCommand command, VariableSet session, IActionObserver observer)
    {
        var variables = command.Variables.Count == 0 ? session : Over(session, command.Variables);
        var action = new ResolvedAction(
            ActionPlan.Run, command.Executable, command.Args, command.TimeoutSeconds, command.Cancelation);
        var request = Of(action, variables, observer);
        return request with
        {
            Process = request.Process with
            {
                WorkingDirectory = Path.Combine(_workingDirectory, command.WorkingDirectory ?? ""),
            },
        };
    }

    private static VariableSet Over(VariableSet session, IReadOnlyDictionary<string, string> own)
    {
        var variables = new Dictionary<string, string>(session, VariableLayer.Comparer);
        foreach (var (name, value) in own)
            variables[name] = value;
        return new VariableSet(variables);
    }

    private ProcessMarker NextMarker() =>
        _marker.With($"{_options.MarkerName}_ACTION", (++_actions).ToString(CultureInfo.InvariantCulture));
}
