using System.Net;
using Microsoft.AspNetCore.Http;
using Renderacre.Controller.Http;

namespace Renderacre.Controller.Tests.Http;

public sealed class OriginPolicyTests
{
    private static readonly OriginPolicy Loopback =
        new(new IPEndPoint(IPAddress.Loopback, 7878), ["https://ok.example"]);

    [Theory]
    [InlineData("127.0.0.1:7878", true)]
    [InlineData("localhost:7878", true)]
    [InlineData("LOCALHOST:7878", true)]
    [InlineData("[::1]:7878", true)]
    [InlineData("127.0.0.1:7879", false)]
    [InlineData("localhost", false)]
    [InlineData("evil.example:7878", false)]
    [InlineData("10.0.0.1:7878", false)]
    [InlineData("", false)]
    public void Only_the_own_host_is_taken(string host, bool taken) =>
        Assert.Equal(taken, Loopback.IsOwnHost(new HostString(host), 7878));

    [Theory]
    [InlineData("http://127.0.0.1:7878", true)]
    [InlineData("http://localhost:7878", true)]
    [InlineData("https://ok.example", true)]
    [InlineData("http://127.0.0.1:7879", false)]
    [InlineData("https://127.0.0.1:7878", false)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    public void Only_the_own_and_allowed_origins_are_taken(string origin, bool taken) =>
        Assert.Equal(taken, Loopback.IsAllowedOrigin(origin, 7878));

    [Fact]
    public void Bound_to_every_address_any_address_but_no_foreign_name_is_taken()
    {
        var policy = new OriginPolicy(new IPEndPoint(IPAddress.Any, 7878), []);
        Assert.True(policy.IsOwnHost(new HostString("10.0.0.1:7878"), 7878));
        Assert.True(policy.IsOwnHost(new HostString(Environment.MachineName, 7878), 7878));
        Assert.False(policy.IsOwnHost(new HostString("evil.example:7878"), 7878));
    }
}
