using System.CommandLine;
using Renderacre.Client;

namespace Renderacre.Cli.Commands;

/// <summary>The options of every command that asks a controller.</summary>
internal sealed class FarmOptions
{
    private const string DefaultController = "http://127.0.0.1:7878";
    private const string ControllerVariable = "RFARM_CONTROLLER";

    private readonly CliHost _host;

    private readonly Option<string?> _controller = new("--controller")
    {
        Description = $"Address of the controller [environment: {ControllerVariable}] [default: {DefaultController}]",
        HelpName = "URL",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "table for people, or json as the controller answers it",
        HelpName = "table|json",
        DefaultValueFactory = _ => "table",
    };

    /// <summary>Adds the options to a command.</summary>
    public FarmOptions(CliHost host, Command command)
    {
        _host = host;
        _output.AcceptOnlyFromAmong("table", "json");
        command.Add(_controller);
        command.Add(_output);
    }

    /// <summary>Whether JSON is wanted.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_output) == "json";

    /// <summary>A client of the controller that is meant.</summary>
    /// <exception cref="CliException">The address is no http or https address.</exception>
    public FarmClient Connect(ParseResult parsed)
    {
        var (source, address) = Address(parsed);
        return Uri.TryCreate(address, UriKind.Absolute, out var controller) && controller.Scheme is "http" or "https"
            ? new FarmClient(controller)
            : throw CliException.Usage(
                $"{source} has '{address}'; an address such as {DefaultController} is wanted");
    }

    private (string Source, string Address) Address(ParseResult parsed)
    {
        if (parsed.GetValue(_controller) is { } given)
            return ("--controller", given);
        return _host.Variable(ControllerVariable) is { Length: > 0 } set
            ? (ControllerVariable, set)
            : ("--controller", DefaultController);
    }
}
