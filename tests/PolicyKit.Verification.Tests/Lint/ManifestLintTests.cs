using static PolicyKit.Verification.Tests.Asked;
using static PolicyKit.Verification.Tests.Lint.Linted;

namespace PolicyKit.Verification.Tests.Lint;

/// <summary>Each rule with what it sees, to the letter and with the place, and with what it leaves alone, in all dialects that can say it.</summary>
internal sealed class ManifestLintTests
{
    private static readonly ClusterProfile OnCilium = new() { Engine = Enforcer.Cilium };

    private static IEnumerable<TestCaseData> Seen()
    {
        yield return Row("PK0002", Together(NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}"), NetworkPolicy("{podSelector: {}, policyTypes: [Egress]}")),
            "policy.yaml(6,1): warning PK0002: NetworkPolicy shop/np: Another object of this kind and name stands before it, and this one replaces it. Give the two different names.");
        yield return Row("PK0004", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/8]}}]}]}"),
            "policy.yaml(4,105): error PK0004: NetworkPolicy shop/np: 'spec.ingress[0].from[0].ipBlock.except[0]': '11.0.0.0/8' is not a smaller network inside '10.0.0.0/8'. The API server refuses the object.");
        yield return Row("PK0004", CiliumPolicy("{endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [11.0.0.0/8]}]}]}"),
            "policy.yaml(4,83): error PK0004: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0].fromCIDRSet[0].except[0]': '11.0.0.0/8' does not lie in '10.0.0.0/8'. The agent refuses the object, and nothing of it is enforced. Leave it out.");
        yield return Row("PK0004", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {nets: [10.0.0.0/8], notNets: [11.0.0.0/8]}}]}"),
            "policy.yaml(4,53): error PK0004: NetworkPolicy shop/cali: 'spec.ingress[0].source.notNets': '11.0.0.0/8' lies outside of what it is taken out of. Remove it, or write a smaller network inside.");
        yield return Row("PK0004", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {nets: [10.0.0.0/8], notNets: [10.0.0.0/8]}}]}"),
            "policy.yaml(4,53): error PK0004: NetworkPolicy shop/cali: 'spec.ingress[0].source.notNets': '10.0.0.0/8' takes out everything, so that the rule matches nothing. Remove it, or write a smaller network inside.");
        yield return Row("PK0006", NetworkPolicy("{podSelector: {matchLabels: {app: a b}}, policyTypes: [Ingress]}"),
            "policy.yaml(4,36): error PK0006: NetworkPolicy shop/np: 'spec.podSelector.matchLabels.app': 'a b' is not a label value. The API server refuses the object. A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.");
        yield return Row("PK0006", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}", "Web_1"),
            "policy.yaml(3,12): error PK0006: NetworkPolicy shop/Web_1: 'metadata.name': 'Web_1' is not a name for this kind. The API server refuses the object. Names have lower-case letters, digits, '-' and '.', and start and end with a letter or digit.");
        yield return Row("PK0006", CiliumPolicy("{endpointSelector: {matchExpressions: [{key: app, operator: In, values: [a b]}]}, ingress: [{fromEntities: [none]}]}"),
            "policy.yaml(4,80): error PK0006: CiliumNetworkPolicy shop/cnp: 'spec.endpointSelector.matchExpressions[0].values[0]': 'a b' is not a label value. The agent refuses the object, and nothing of it is enforced. A value has up to 63 letters, digits, '-', '_' and '.', and starts and ends with a letter or digit.");
        yield return Row("PK0006", CalicoPolicy("{selector: \"app == 'a b'\", types: [Ingress]}"),
            "policy.yaml(4,8): error PK0006: NetworkPolicy shop/cali: 'spec.selector': 'a b' is not a label value, and nothing in Kubernetes can have it. Letters, digits, '-', '_' and '.' may stand in it, 63 at most, with a letter or digit at both ends.");
        yield return Row("PK0006", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {matchLabels: {app: a b}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]"),
            "policy.yaml(4,71): error PK0006: ClusterNetworkPolicy cnp: 'spec.subject.namespaces.matchLabels.app': 'a b' is not a label value, and nothing in Kubernetes can have it. Letters, digits, '-', '_' and '.' may stand in it, 63 at most, with a letter or digit at both ends.");
        yield return Row("PK0009", CalicoPolicy("{selector: all()}"),
            "policy.yaml(4,1): error PK0009: NetworkPolicy shop/cali: 'spec': The policy names no direction, and Calico reads that as a default deny of ingress. Write 'types: [Ingress]' if that is meant.");
        yield return Row("PK0009", NetworkPolicy("{podSelector: {}}"),
            "policy.yaml(4,1): error PK0009: NetworkPolicy shop/np: 'spec': The policy names no direction, and Kubernetes reads that as a default deny of ingress. Write 'policyTypes: [Ingress]' if that is meant.");
        yield return Row("PK0009", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}"),
            "policy.yaml(4,1): error PK0009: ClusterNetworkPolicy cnp: 'spec': The policy has rules for no direction, so it does nothing. Write its rules, or remove it.");
        yield return Row("PK1001", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}"),
            "policy.yaml(4,48): warning PK1001: NetworkPolicy shop/np: 'spec.egress': The policy restricts egress, and nothing here allows the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.");
        yield return Row("PK1001", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 443}]}]}"),
            "policy.yaml(4,48): info PK1001: NetworkPolicy shop/np: 'spec.egress': The policy restricts egress, and none of its rules is certain to allow the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.");
        yield return Row("PK1001", CiliumPolicy("{endpointSelector: {}, egress: [{toEntities: [world], toPorts: [{ports: [{port: '8080'}]}]}]}"),
            "policy.yaml(4,30): warning PK1001: CiliumNetworkPolicy shop/cnp: 'spec.egress': The policy restricts egress, and nothing here allows the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.");
        yield return Row("PK1001", CalicoPolicy("{selector: all(), types: [Egress], egress: [{action: Allow, protocol: UDP, destination: {ports: [53]}}]}"),
            "policy.yaml(4,42): warning PK1001: NetworkPolicy shop/cali: 'spec.egress': The policy restricts egress, and nothing here allows the API server. Allow its endpoints on their port (6443 on many clusters), or say in the profile where they are if a rule does.");
        yield return Row("PK1002", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}"),
            "policy.yaml(4,48): warning PK1002: NetworkPolicy shop/np: 'spec.egress': The policy restricts egress, and nothing here allows DNS. Allow UDP and TCP 53 to the pods of DNS.");
        yield return Row("PK1002", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 169.254.20.10/32}}], ports: [{port: 53, protocol: UDP}]}]}"),
            "policy.yaml(4,48): info PK1002: NetworkPolicy shop/np: 'spec.egress': The policy restricts egress, and none of its rules is certain to allow DNS. Allow UDP and TCP 53 to the pods of DNS.");
        yield return Row("PK1003", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}]}"),
            "policy.yaml(4,57): warning PK1003: NetworkPolicy shop/np: 'spec.egress[0]': The rule allows DNS over UDP only; an answer that does not fit is asked for again over TCP. Add TCP 53.");
        yield return Row("PK1003", CiliumPolicy("{endpointSelector: {}, egress: [{toEntities: [cluster], toPorts: [{ports: [{port: '53', protocol: TCP}]}]}]}"),
            "policy.yaml(4,39): warning PK1003: CiliumNetworkPolicy shop/cnp: 'spec.egress[0]': The rule allows DNS over TCP only; resolvers are asked over UDP first. Add UDP 53.");
        yield return Row("PK1004", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}, podSelector: {matchLabels: {component: kube-apiserver}}}], ports: [{port: 6443}]}]}"),
            "policy.yaml(4,57): warning PK1004: NetworkPolicy shop/np: 'spec.egress[0]': The rule looks for the API server by the label 'component=kube-apiserver', and it is no pod that a selector sees. Allow its addresses, or on Cilium the entity 'kube-apiserver'.");
        yield return Row("PK1004", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}}], ports: [{port: 443}]}]}"),
            "policy.yaml(4,57): warning PK1004: NetworkPolicy shop/np: 'spec.egress[0]': The rule allows the API server's port to the pods of namespace 'default', and the API server is no pod that a selector sees. Allow its addresses, or on Cilium the entity 'kube-apiserver'.");
        yield return Row("PK1004", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}], ports: [{port: 443}]}]}"),
            "policy.yaml(4,57): info PK1004: NetworkPolicy shop/np: 'spec.egress[0]': The rule allows the API server's port to the pods of namespace 'kube-system', and the API server is no pod that a selector sees. If the API server is meant: allow its addresses, or on Cilium the entity 'kube-apiserver'.");
        yield return Row("PK2001", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 80}]}]}"),
            "policy.yaml(4,59): warning PK2001: NetworkPolicy shop/np: 'spec.ingress[0]': The rule allows ingress from the whole internet by its networks. Name the networks that are needed.");
        yield return Row("PK2001", CiliumPolicy("{endpointSelector: {}, egress: [{toCIDR: [0.0.0.0/1, 128.0.0.0/1], toPorts: [{ports: [{port: '80'}]}]}]}"),
            "policy.yaml(4,39): warning PK2001: CiliumNetworkPolicy shop/cnp: 'spec.egress[0]': The rule allows egress to the whole internet by its networks. Name the networks that are needed.");
        yield return Row("PK2001", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}]}]}"),
            "policy.yaml(4,59): info PK2001: NetworkPolicy shop/np: 'spec.ingress[0]': The rule allows ingress from anywhere.");
        yield return Row("PK2002", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 169.254.0.0/16}}], ports: [{port: 80}]}]}"),
            "policy.yaml(4,57): warning PK2002: NetworkPolicy shop/np: 'spec.egress[0]': The rule allows egress to the cloud's metadata address 169.254.169.254. Add '169.254.169.254/32' to the exceptions.");
        yield return Row("PK2002", CalicoPolicy("{selector: all(), types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]}"),
            "policy.yaml(4,51): warning PK2002: NetworkPolicy shop/cali: 'spec.egress[0]': The rule allows egress to the cloud's metadata address 169.254.169.254. Name the networks that are needed.");
        yield return Row("PK2003", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}"),
            "policy.yaml(4,59): info PK2003: NetworkPolicy shop/np: 'spec.ingress[0]': The rule allows ingress on every port. Name the ports that are needed.");
        yield return Row("PK2003", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Accept, to: [{namespaces: {matchLabels: {a: b}}}]}]"),
            "policy.yaml(4,70): info PK2003: ClusterNetworkPolicy cnp: 'spec.egress[0]': The rule allows egress on every port. Name the ports that are needed.");
        yield return Row("PK2004", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}]}"),
            "policy.yaml(4,59): info PK2004: NetworkPolicy shop/np: 'spec.ingress[0]': The rule allows ingress from every pod of the cluster. Name the namespaces, or select the pods by their labels.");
        yield return Row("PK2004", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEntities: [cluster], toPorts: [{ports: [{port: '80'}]}]}]}"),
            "policy.yaml(4,40): info PK2004: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0]': The rule allows ingress from every pod of the cluster. Name the namespaces, or select the pods by their labels.");
        yield return Row("PK2005", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 5432}]}]}"),
            "policy.yaml(4,59): warning PK2005: NetworkPolicy shop/np: 'spec.ingress[0]': The rule opens port 5432 (PostgreSQL) to anywhere. Name the peers that need it.");
        yield return Row("PK2005", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {nets: [0.0.0.0/0]}, destination: {ports: [22]}}]}"),
            "policy.yaml(4,53): warning PK2005: NetworkPolicy shop/cali: 'spec.ingress[0]': The rule opens port 22 (SSH) to anywhere. Name the peers that need it.");
        yield return Row("PK2010", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {matchLabels: {a: b}}}]}]"),
            "policy.yaml(4,71): warning PK2010: ClusterNetworkPolicy cnp: 'spec.ingress[0]': The policy accepts ingress, and nothing here denies the rest, so it restricts nothing. Add a Deny after it, in the same tier or in a later one.");
        yield return Row("PK3007", NetworkPolicy("{podSelector: {matchLabels: {pod-template-hash: abc}}, policyTypes: [Ingress]}"),
            "policy.yaml(4,36): warning PK3007: NetworkPolicy shop/np: 'spec.podSelector.matchLabels.pod-template-hash': The selector asks for 'pod-template-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'.");
        yield return Row("PK3007", CalicoPolicy("{selector: \"has(controller-revision-hash)\", types: [Ingress]}"),
            "policy.yaml(4,8): warning PK3007: NetworkPolicy shop/cali: 'spec.selector': The selector asks for 'controller-revision-hash', which changes with every rollout. Select by a label that stays, such as 'app.kubernetes.io/name'.");
        yield return Row("PK3007", CiliumPolicy("{endpointSelector: {matchLabels: {k8s:statefulset.kubernetes.io/pod-name: db-0}}, ingress: [{fromEntities: [none]}]}"),
            "policy.yaml(4,41): warning PK3007: CiliumNetworkPolicy shop/cnp: 'spec.endpointSelector.matchLabels.k8s:statefulset.kubernetes.io/pod-name': The selector asks for 'statefulset.kubernetes.io/pod-name', which Cilium leaves out of identities unless it is told otherwise, so that nothing matches. Select by a label that stays, such as 'app.kubernetes.io/name'.");
        yield return Row("PK3011", Together(NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}"), ClusterPolicy("tier: Baseline, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]")),
            "policy.yaml(9,74): warning PK3011: ClusterNetworkPolicy cnp: 'spec.ingress[0]': The NetworkPolicy shop/np selects pods of this Baseline policy in this direction, so it has no effect on them. Write what is meant into the NetworkPolicy, or use the Admin tier.");
        yield return Row("PK3012", Together(ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]", "deny"), ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {matchLabels: {a: b}}}]}]", "allow")),
            "policy.yaml(4,71): error PK3012: ClusterNetworkPolicy deny: 'spec.ingress[0]': The rule denies at priority 1 what ClusterNetworkPolicy allow accepts only later, at 5. Give the Deny a number above 5, or the Accept one below 1.");
        yield return Row("PK3012", Together(ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, egress: [{action: Deny, to: [{networks: [10.0.0.0/8]}]}]", "deny"), ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, egress: [{action: Accept, to: [{networks: [10.1.0.0/16]}]}]", "allow")),
            "policy.yaml(4,70): error PK3012: ClusterNetworkPolicy deny: 'spec.egress[0]': The rule denies what ClusterNetworkPolicy allow accepts at the same priority 5, and the API does not say which of the two acts. Give the Deny a number above 5, or the Accept one below 5.");
        yield return Row("PK4001", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {name: ops}}}]}]}"),
            "policy.yaml(4,102): warning PK4001: NetworkPolicy shop/np: 'spec.ingress[0].from[0].namespaceSelector.matchLabels.name': Namespaces are chosen by the label 'name', which nothing guarantees to be their name. Use 'kubernetes.io/metadata.name', which the control plane sets.");
        yield return Row("PK4001", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {k8s:io.cilium.k8s.namespace.labels.name: ops}}]}]}"),
            "policy.yaml(4,72): warning PK4001: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0].fromEndpoints[0].matchLabels.k8s:io.cilium.k8s.namespace.labels.name': Namespaces are chosen by the label 'name', which nothing guarantees to be their name. Use 'kubernetes.io/metadata.name', which the control plane sets.");
        yield return Row("PK4002", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}, {namespaceSelector: {}}], ports: [{port: 80}, {port: 85}]}, {from: [{podSelector: {}}], ports: [{port: 85}]}]}"),
            "policy.yaml(4,146): info PK4002: NetworkPolicy shop/np: 'spec.ingress[1]': The rule allows nothing that 'spec.ingress[0]' does not allow already. Remove it, or narrow the earlier one.");
        yield return Row("PK4002", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}, {to: [{ipBlock: {cidr: 10.1.0.0/16}}], ports: [{port: 80}]}]}"),
            "policy.yaml(4,96): info PK4002: NetworkPolicy shop/np: 'spec.egress[1]': The rule allows nothing that 'spec.egress[0]' does not allow already. Remove it, or narrow the earlier one.");
        yield return Row("PK4002", CiliumPolicy("{endpointSelector: {}, egress: [{toCIDR: [10.0.0.0/8]}, {toCIDR: [10.1.0.0/16], toPorts: [{ports: [{port: '80'}]}]}]}"),
            "policy.yaml(4,63): info PK4002: CiliumNetworkPolicy shop/cnp: 'spec.egress[1]': The rule allows nothing that 'spec.egress[0]' does not allow already. Remove it, or narrow the earlier one.");
        yield return Row("PK4002", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {nets: [10.0.0.0/8]}}, {action: Allow, protocol: TCP, source: {nets: [10.1.0.0/16]}, destination: {ports: [80]}}]}"),
            "policy.yaml(4,115): info PK4002: NetworkPolicy shop/cali: 'spec.ingress[1]': The rule allows nothing that 'spec.ingress[0]' does not allow already. Remove it, or narrow the earlier one.");
        yield return Row("PK4002", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow}, {action: Deny, protocol: TCP, source: {nets: [10.1.0.0/16]}}]}"),
            "policy.yaml(4,70): warning PK4002: NetworkPolicy shop/cali: 'spec.ingress[1]': The rule never acts: 'spec.ingress[0]' allows all of it before. Put it before that one, or remove it.");
        yield return Row("PK4002", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{namespaces: {}}]}, {action: Accept, to: [{namespaces: {matchLabels: {a: b}}}]}]"),
            "policy.yaml(4,110): info PK4002: ClusterNetworkPolicy cnp: 'spec.egress[1]': The rule never acts: 'spec.egress[0]' denies all of it before. Put it before that one, or remove it.");
        yield return Row("PK4003", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {k8s:io.kubernetes.pod.namespace: ops}}, {matchLabels: {app: tool}}]}]}"),
            "policy.yaml(4,112): warning PK4003: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0].fromEndpoints[1]': The namespaces before and these pods are two peers: every pod of those namespaces, and these pods of the policy's own namespace. Write the labels of both into one selector if the pods of those namespaces are meant.");
        yield return Row("PK4003", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}, {namespaceSelector: {matchLabels: {team: ops}}}, {podSelector: {matchLabels: {app: tool}}}], ports: [{port: 53}]}]}"),
            "policy.yaml(4,143): warning PK4003: NetworkPolicy shop/np: 'spec.egress[0].to[2]': The namespaces before and these pods are two peers: every pod of those namespaces, and these pods of the policy's own namespace. Leave out the dash before 'podSelector' if the pods of those namespaces are meant.");
        yield return Row("PK4003", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}, {podSelector: {matchLabels: {app: tool}}}]}]}"),
            "policy.yaml(4,116): warning PK4003: NetworkPolicy shop/np: 'spec.ingress[0].from[1]': The namespaces before and these pods are two peers: every pod of those namespaces, and these pods of the policy's own namespace. Leave out the dash before 'podSelector' if the pods of those namespaces are meant.");
        yield return Row("PK5002", NetworkPolicy("{podSelektor: {}, policyTypes: [Ingress]}"),
            "policy.yaml(4,8): error PK5002: NetworkPolicy shop/np: 'spec.podSelektor': There is no field 'podSelektor' here. The API server drops it, and the rest acts without it. Did you mean 'podSelector'?");
        yield return Row("PK5003", CiliumPolicy("{endpointSelector: {}, ingress: [{}]}"),
            "policy.yaml(4,40): warning PK5003: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0]': The item is empty: in Cilium it matches nobody, and still denies the rest. Write 'fromEntities: [none]' to say so, or 'fromEntities: [all]' to allow everybody.");
        yield return Row("PK5004", CalicoPolicy("{selector: all(), ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]}"),
            "policy.yaml(4,1): warning PK5004: NetworkPolicy shop/cali: 'spec.types': There are no types, so the directions depend on which rules there are. Write 'types'.");
        yield return Row("PK5005", CiliumPolicy("{endpointSelector: {}, egress: [{toFQDNs: [{matchName: a.example.com}], toPorts: [{ports: [{port: '443'}]}]}]}"),
            "policy.yaml(4,39): warning PK5005: CiliumNetworkPolicy shop/cnp: 'spec.egress[0]': The rule allows a host name, and no rule here sends the pod's DNS through the proxy that learns its addresses. Add a rule to the pods of DNS with 'rules: {dns: [{matchPattern: \"*\"}]}'.");
        yield return Row("PK5007", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{port: 10902}]}"),
            "policy.yaml(4,59): warning PK5007: NetworkPolicy shop/np: 'spec.ingress[0]': 'port' is dropped, and the rule that is left allows everybody on every port. Write the key as the API knows it, or leave the rule out.");
        yield return Row("PK5007", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}], form: [{podSelector: {}}]}]}"),
            "policy.yaml(4,59): warning PK5007: NetworkPolicy shop/np: 'spec.ingress[0]': 'form' is dropped, and the rule that is left allows everybody. Write the key as the API knows it, or leave the rule out.");
        yield return Row("PK5007", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEndpoint: [{matchLabels: {a: b}}], toPorts: [{ports: [{port: '80'}]}]}]}"),
            "policy.yaml(4,40): warning PK5007: CiliumNetworkPolicy shop/cnp: 'spec.ingress[0]': 'fromEndpoint' is dropped, and the rule that is left allows everybody. Write the key as the API knows it, or leave the rule out.");
        yield return Row("PK5007", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {selektor: \"a == 'b'\"}}]}"),
            "policy.yaml(4,53): warning PK5007: NetworkPolicy shop/cali: 'spec.ingress[0]': 'selektor' is dropped, and the rule that is left allows everybody on every port. Write the key as the API knows it, or leave the rule out.");
        yield return Row("PK5007", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow}], egress: [{action: Allow}]}"),
            "policy.yaml(4,71): warning PK5007: NetworkPolicy shop/cali: 'spec.egress': 'types' does not name Egress, so this section has no effect. Add Egress to 'types', or remove the section.");
        yield return Row("PK5007", CalicoPolicy("{selector: all(), egress: []}"),
            "policy.yaml(4,25): warning PK5007: NetworkPolicy shop/cali: 'spec.egress': An empty 'egress' without 'types' restricts no egress. Write 'types' with Egress in it, or remove the list.");
        yield return Row("PK5007", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], egress: [{ports: [{port: 80}]}]}"),
            "policy.yaml(4,49): warning PK5007: NetworkPolicy shop/np: 'spec.egress': 'policyTypes' does not name Egress, so this section has no effect. Add Egress to 'policyTypes', or remove the section.");
        yield return Row("PK5007", NetworkPolicy("{podSelector: {}, ingress: [], egress: []}"),
            "policy.yaml(4,38): warning PK5007: NetworkPolicy shop/np: 'spec.egress': An empty 'egress' without 'policyTypes' restricts no egress. Write 'policyTypes' with Egress in it, or remove the list.");
        yield return Row("PK5008", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Pass}]}"),
            "policy.yaml(4,53): warning PK5008: NetworkPolicy shop/cali: 'spec.ingress[0]': The rule passes in the tier 'default', so that what it matches skips every other policy there, NetworkPolicies too. Write Allow or Deny.");
        yield return Row("PK5008", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Log}]}"),
            "policy.yaml(4,53): warning PK5008: NetworkPolicy shop/cali: 'spec.ingress[0]': The last rule only logs; what it matches is denied at the end of the tier. Add a rule after it that decides.");
        yield return Row("PK5008", CalicoPolicy("{selector: all(), order: 100, types: [Ingress], ingress: [{action: Deny}]}"),
            "policy.yaml(4,65): warning PK5008: NetworkPolicy shop/cali: 'spec.ingress[0]': The rule denies at order 100, before every NetworkPolicy, which are at 1000: what they allow is cut off. Write an order above 1000, or leave the rule out: the end of the tier denies.");
        yield return Row("PK5008", Together(CalicoPolicy("{selector: all(), order: 2000, types: [Ingress], ingress: [{action: Deny}]}", "deny"), CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]}", "allow")),
            "policy.yaml(9,1): warning PK5008: NetworkPolicy shop/allow: 'spec': The policy allows and has no order, so it comes after every policy that has one, and NetworkPolicy shop/deny denies before it. Write an order below that of the policy that denies.");
        yield return Row("PK5008", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {namespaceSelector: \"projectcalico.org/namespace == 'ops'\"}}]}"),
            "policy.yaml(4,78): warning PK5008: NetworkPolicy shop/cali: 'spec.ingress[0].source.namespaceSelector': Namespaces do not have the label 'projectcalico.org/namespace'; pods do. Write 'projectcalico.org/name'.");
        yield return Row("PK5008", CalicoPolicy("{selector: all(), types: [Egress], egress: [{action: Allow, destination: {services: {name: kubernetes}}}]}"),
            "policy.yaml(4,81): warning PK5008: NetworkPolicy shop/cali: 'spec.egress[0].destination.services.namespace': A Service without a namespace is never found, not in the namespace of the policy either: the rule matches nothing. Write services.namespace.");
    }

    private static TestCaseData Row(string id, string yaml, string line) => new(id, yaml, line);

    [TestCaseSource(nameof(Seen))]
    public void A_rule_sees_it(string id, string yaml, string line) => By(id, yaml).ShouldBe([line]);

    private const string OpenEgress = "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}], ports: [{port: 53}, {port: 53, protocol: UDP}]}, {ports: [{port: 6443}]}]}";

    private static readonly (string Id, string Why, string Yaml)[] LeavesAlone =
    [
        ("PK0002", "another namespace", Together(NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}"), NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}", "np", "ops"))),
        ("PK0004", "inside", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]}")),
        ("PK0004", "what lies inside, and what a policy takes out of everything", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}}, {action: Allow, source: {notNets: [11.0.0.0/8]}}]}")),
        ("PK0006", "labels that can be", CalicoPolicy("{selector: \"app == 'a' && app contains ' '\", types: [Ingress]}")),
        ("PK0006", "labels that can be", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {matchLabels: {app: a.b}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]")),
        ("PK0009", "Calico takes the direction from the rules", CalicoPolicy("{selector: all(), egress: [{action: Allow}]}")),
        ("PK3007", "how Cilium knows a namespace", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {k8s:io.kubernetes.pod.namespace: ops}}]}]}")),
        ("PK4002", "a wider network behind", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.1.0.0/16}}]}, {to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}")),
        ("PK4002", "a deny before, a log before, and another network", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Log}, {action: Deny, protocol: TCP, source: {nets: [10.1.0.0/16]}}, {action: Allow, protocol: TCP, source: {nets: [10.0.0.0/8]}}]}")),
        ("PK4003", "one selector", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {k8s:io.kubernetes.pod.namespace: ops, app: tool}}, {matchLabels: {app: web}}]}]}")),
        ("PK5007", "what is dropped leaves the peers", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], port: 80}]}")),
        ("PK5007", "types", CalicoPolicy("{selector: all(), types: [Ingress, Egress], ingress: [{action: Allow}], egress: []}")),
        ("PK0009", "a direction", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}")),
        ("PK0009", "a section", NetworkPolicy("{podSelector: {}, ingress: []}")),
        ("PK1001", "deny of all egress, said aloud", NetworkPolicy("{podSelector: {}, policyTypes: [Egress]}")),
        ("PK1001", "allowed by another policy for all pods", Together(NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}", "web"), NetworkPolicy(OpenEgress, "base"))),
        ("PK1001", "ingress alone", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}]}]}")),
        ("PK1001", "the entity", CiliumPolicy("{endpointSelector: {}, egress: [{toEntities: [kube-apiserver]}]}")),
        ("PK1001", "the Service", CalicoPolicy("{selector: all(), types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {services: {name: kubernetes, namespace: default}}}]}")),
        ("PK1002", "every pod on 53", NetworkPolicy(OpenEgress)),
        ("PK1002", "the pods of DNS", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}], ports: [{port: 53}, {port: 53, protocol: UDP}]}]}")),
        ("PK1003", "both", NetworkPolicy(OpenEgress)),
        ("PK1003", "a range that holds it", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 1, endPort: 100, protocol: UDP}]}]}")),
        ("PK1003", "the other half in another rule", CalicoPolicy("{selector: all(), types: [Egress], egress: [{action: Allow, protocol: UDP, destination: {ports: [53]}}, {action: Allow, protocol: TCP, destination: {ports: [53]}}]}")),
        ("PK1004", "another label", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {component: web}}}], ports: [{port: 6443}]}]}")),
        ("PK1004", "another port", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}], ports: [{port: 53}]}]}")),
        ("PK2001", "a network", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/1}}]}]}")),
        ("PK2001", "pods", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]}")),
        ("PK2002", "excepted", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]}")),
        ("PK2002", "named on purpose", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 169.254.169.254/32}}]}]}")),
        ("PK2002", "ingress", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}")),
        ("PK2003", "ports", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}]}]}")),
        ("PK2003", "a deny", ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{namespaces: {}}]}]")),
        ("PK2004", "some namespaces", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}], ports: [{port: 80}]}]}")),
        ("PK2004", "all but one namespace", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}}], ports: [{port: 80}]}]}")),
        ("PK2005", "from pods", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], ports: [{port: 5432}]}]}")),
        ("PK2005", "egress", NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 5432}]}]}")),
        ("PK2005", "an ordinary port", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 8080}]}]}")),
        ("PK2010", "a deny in another object", Together(ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {}}]}]", "a"), ClusterPolicy("tier: Baseline, priority: 9, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]", "b"))),
        ("PK2010", "a NetworkPolicy isolates", Together(ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {}}]}]"), NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}"))),
        ("PK3007", "a label that stays", NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}")),
        ("PK3007", "another engine has the label", NetworkPolicy("{podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: db-0}}, policyTypes: [Ingress]}")),
        ("PK3011", "other pods", Together(NetworkPolicy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}"), ClusterPolicy("tier: Baseline, priority: 1, subject: {pods: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]"))),
        ("PK3011", "the other direction", Together(NetworkPolicy("{podSelector: {}, policyTypes: [Egress]}"), ClusterPolicy("tier: Baseline, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]"))),
        ("PK3011", "the Admin tier", Together(NetworkPolicy("{podSelector: {}, policyTypes: [Ingress]}"), ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]"))),
        ("PK3012", "the deny comes later", Together(ClusterPolicy("tier: Admin, priority: 9, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]", "deny"), ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {matchLabels: {a: b}}}]}]", "allow"))),
        ("PK3012", "other peers", Together(ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {matchLabels: {a: c}}}]}]", "deny"), ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {matchLabels: {a: b}}}]}]", "allow"))),
        ("PK3012", "other ports", Together(ClusterPolicy("tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 1}}}]}]", "deny"), ClusterPolicy("tier: Admin, priority: 5, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 2}}}]}]", "allow"))),
        ("PK4001", "the guaranteed label", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]}")),
        ("PK4001", "a label of pods", NetworkPolicy("{podSelector: {matchLabels: {name: web}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {name: web}}}]}]}")),
        ("PK4002", "wider", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}, {from: [{podSelector: {}}], ports: [{port: 80}, {port: 81}]}]}")),
        ("PK4002", "other peers", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}, {from: [{namespaceSelector: {}}], ports: [{port: 80}]}]}")),
        ("PK4002", "a name may be any number", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}]}, {ports: [{port: http}]}]}")),
        ("PK4003", "one peer", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: tool}}}]}]}")),
        ("PK4003", "the other order", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: tool}}}, {namespaceSelector: {matchLabels: {team: ops}}}]}]}")),
        ("PK5002", "known fields", NetworkPolicy(OpenEgress)),
        ("PK5003", "none", CiliumPolicy("{endpointSelector: {}, ingress: [{fromEntities: [none]}]}")),
        ("PK5004", "types", CalicoPolicy("{selector: all(), types: [Ingress]}")),
        ("PK5005", "a rule for the proxy", CiliumPolicy("{endpointSelector: {}, egress: [{toFQDNs: [{matchName: a.example.com}]}, {toEndpoints: [{matchLabels: {k8s:io.kubernetes.pod.namespace: kube-system}}], toPorts: [{ports: [{port: '53', protocol: ANY}], rules: {dns: [{matchPattern: '*'}]}}]}]}")),
        ("PK5007", "everything known and named", NetworkPolicy(OpenEgress)),
        ("PK5007", "an empty rule was written on purpose", NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}")),
        ("PK5008", "allow, deny last, after NetworkPolicies", CalicoPolicy("{selector: all(), order: 2000, types: [Ingress], ingress: [{action: Log}, {action: Allow, protocol: TCP, destination: {ports: [80]}}, {action: Deny}]}")),
        ("PK5008", "the label of namespaces", CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Allow, source: {namespaceSelector: \"projectcalico.org/name == 'ops'\"}}]}")),
    ];

    private static IEnumerable<TestCaseData> Alone() => LeavesAlone.Select(row => new TestCaseData(row.Id, row.Yaml).SetName($"{{m}}({row.Id}: {row.Why})"));

    [TestCaseSource(nameof(Alone))]
    public void A_rule_leaves_alone(string id, string yaml) => By(id, yaml).ShouldBeEmpty();

    [Test]
    public void The_profile_says_where_the_API_server_is()
    {
        var policy = NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 6443}]}]}");
        By("PK1001", policy, new() { ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], OnNodes = false } }).ShouldBeEmpty();
        By("PK1001", policy, new() { ApiServer = new() { Cidrs = [CidrBlock.Parse("172.16.0.1/32")], OnNodes = false } }).ShouldHaveSingleItem().ShouldContain("warning PK1001");
    }

    [Test]
    public void A_network_does_not_reach_an_API_server_on_a_node_of_Cilium() =>
        By("PK1001", CiliumPolicy("{endpointSelector: {}, egress: [{toCIDR: [10.0.0.0/8], toPorts: [{ports: [{port: '6443'}]}]}]}"), OnCilium with { ApiServer = new() { Cidrs = [CidrBlock.Parse("10.0.0.1/32")], OnNodes = true } })
            .ShouldHaveSingleItem().ShouldContain("nothing here allows the API server");

    [Test]
    public void One_spot_has_one_finding_of_those_that_say_nearly_the_same()
    {
        var ids = All(NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}")).Select(finding => finding.Id);
        ids.ShouldContain("PK2005");
        ids.ShouldNotContain("PK2001");
    }

    [Test]
    public void Who_looks_for_the_API_server_by_labels_is_told_that_and_not_that_nothing_reaches_it() =>
        All(NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {component: kube-apiserver}}}], ports: [{port: 6443}]}]}"))
            .Select(finding => finding.Id).ShouldNotContain("PK1001");

    [Test]
    public void Policies_of_several_engines_are_looked_at_each_as_its_own_engine_would() =>
        All(Together(
            CiliumPolicy("{endpointSelector: {}, egress: [{toFQDNs: [{matchName: a.example.com}]}]}"),
            CalicoPolicy("{selector: all(), types: [Ingress], ingress: [{action: Pass}]}"),
            NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 22}]}]}")))
            .Select(finding => finding.Id).Distinct().ShouldBeSubsetOf(["PK1001", "PK1002", "PK2001", "PK2003", "PK2005", "PK5005", "PK5008"]);

    [Test]
    public void Findings_come_by_file_and_place()
    {
        var found = All(Together(NetworkPolicy("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}", "a"), NetworkPolicy("{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}", "b")));
        found.Select(finding => (finding.Position.Line, finding.Position.Column)).ShouldBeInOrder();
        found.ShouldAllBe(finding => finding.File == "policy.yaml" && finding.Position.IsKnown);
    }

    [Test]
    public void What_is_not_modelled_is_noted_and_no_error() =>
        All(CiliumPolicy("{endpointSelector: {}, egress: [{toGroups: [{aws: {securityGroupsIds: [sg-1]}}]}]}")).ShouldContain(finding => finding.Severity == Severity.Info && finding.Message.Contains("does not model"));
}
